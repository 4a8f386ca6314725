import { createHash } from 'node:crypto';
import { displayNameOf } from '../core/display-name.ts';
import { memoize } from '../core/memoize.ts';
import { escapeTemplateSyntax } from '../core/template-syntax.ts';
import type {
  FilePart,
  Icon,
  IconAuthor,
  IconDeprecation,
  IconFacts,
  IconLicense,
  OutputFile,
  PartedFile,
  Sprite,
} from '../core/types.ts';
import { gzipSize } from './gzip-size.ts';
import { NOTICE } from './notice.ts';

/** Manifest of a build's outputs. Its JSON Schema ships as `iconloom/manifest.schema.json`. */
export interface Manifest {
  /** Version of this format. */
  readonly version: 1;
  readonly generator: 'iconloom';
  readonly notice: string;
  readonly sprites: Readonly<Record<string, ManifestSprite>>;
  readonly icons: Readonly<Record<string, ManifestIcon>>;
  /** All files of the build including the manifest, sorted; paths are relative to it. */
  readonly files: readonly string[];
}

export interface ManifestSprite {
  readonly file: string;
  /** SHA-256 of the file, in hex. */
  readonly hash: string;
  readonly bytes: number;
  /** Size in bytes after gzip at level 9; see `gzip-size.ts`. */
  readonly gzip: number;
  /** Names of its icons, sorted. */
  readonly icons: readonly string[];
}

export interface ManifestIcon {
  /** Key in `sprites`. */
  readonly sprite: string;
  readonly id: string;
  readonly viewBox: string;
  /** Natural width in px. */
  readonly width: number;
  /** Natural height in px. */
  readonly height: number;
  readonly color: 'mono' | 'multi';
  readonly colors: readonly string[];
  readonly needs: IconFacts['needs'];
  readonly form: IconFacts['form'];
  /** Path of the source file, relative to the folder that the build ran in. */
  readonly source: string;
  /** SHA-256 of the source file, in hex. */
  readonly sourceHash: string;
  /** Size of the symbol in bytes. */
  readonly bytes: number;
  /** Most digits after the decimal point in its paths, if `precision` is `auto`. */
  readonly digits?: number;
  readonly aliases: readonly string[];
  /** Alias that leads in pages and documents, instead of the name. */
  readonly displayName?: string;
  /** Further ids of its symbol. */
  readonly ids?: readonly string[];
  readonly title: string;
  readonly tags: readonly string[];
  readonly category?: string;
  /** Owner of the trademark that the icon shows. */
  readonly trademark?: string;
  /** Mirrors in right-to-left text. */
  readonly directional?: true;
  /** Origin of the icon, from `source` in its metadata. */
  readonly origin?: string;
  readonly license?: IconLicense;
  readonly author?: IconAuthor;
  /** Set if the icon is deprecated. */
  readonly deprecated?: IconDeprecation;
}

export const MANIFEST_FILE = 'manifest.json';

/** Collects the manifest's entries, sprite by sprite. */
export interface ManifestEmitter {
  /** @param file file of the sprite, as written */
  readonly add: (sprite: Sprite, file: OutputFile) => void;
  /** @param paths paths of all other files of the build */
  readonly end: (paths: readonly string[]) => PartedFile;
}

/** @param storePart buffers the entries of a sprite's icons until the manifest is written */
export function openManifest(
  storePart: (text: string) => FilePart = (text) => text,
): ManifestEmitter {
  const sprites: [name: string, entry: ManifestSprite][] = [];
  const icons: FilePart[] = [];
  return {
    add(sprite, file) {
      sprites.push([sprite.name, spriteEntry(sprite, file)]);
      const entries = sprite.icons.map((icon) => manifestEntry(icon, sprite.name));
      if (entries.length > 0) icons.push(storePart(entries.join(',\n')));
    },
    end(paths) {
      const head: Omit<Manifest, 'icons' | 'files'> = {
        version: 1,
        generator: 'iconloom',
        notice: NOTICE,
        sprites: Object.fromEntries(sprites),
      };
      const files = [...paths, MANIFEST_FILE].sort();
      return {
        path: MANIFEST_FILE,
        parts: [
          `${indented(head, 0).slice(0, -'\n}'.length)},\n${INDENT}"icons": `,
          ...block(icons),
          `,\n${INDENT}"files": ${indented(files, 1)}\n}\n`,
        ],
      };
    },
  };
}

const INDENT = '  ';

/** Serializes a value as JSON at a level of indentation. */
function indented(value: unknown, level: number): string {
  const json = escapeTemplateSyntax(JSON.stringify(value, null, INDENT));
  return json.replaceAll('\n', `\n${INDENT.repeat(level)}`);
}

function block(entries: readonly FilePart[]): readonly FilePart[] {
  const joined = entries.flatMap((entry, index) => (index === 0 ? [entry] : [',\n', entry]));
  return entries.length === 0 ? ['{}'] : ['{\n', ...joined, `\n${INDENT}}`];
}

/** Entry of an icon in the manifest, with its key. */
export function manifestEntry(icon: Icon, sprite: string): string {
  const cached = cachedEntry(icon);
  if (cached.sprite === sprite) return cached.entry;
  cached.sprite = sprite;
  // Joined: V8 would flatten a template string again at each use.
  cached.entry = [INDENT, INDENT, JSON.stringify(icon.name), ': ', entryOf(icon, sprite)].join('');
  return cached.entry;
}

function entryOf(icon: Icon, sprite: string): string {
  return indented(iconEntry(icon, sprite), 2);
}

/** Memoized: nearly all entries stay the same after one icon has changed. */
const cachedEntry = memoize((_: Icon): { sprite?: string; entry: string } => ({ entry: '' }));

function spriteEntry({ icons }: Sprite, { path, contents }: OutputFile): ManifestSprite {
  return { file: path, ...measureSprite(contents), icons: icons.map(({ name }) => name) };
}

/** Fields of a sprite that follow from the contents of its file. */
export type MeasuredSprite = Pick<ManifestSprite, 'hash' | 'bytes' | 'gzip'>;

export function measureSprite(contents: string): MeasuredSprite {
  return {
    hash: createHash('sha256').update(contents).digest('hex'),
    bytes: Buffer.byteLength(contents),
    gzip: gzipSize(contents, SYMBOL_END),
  };
}

/** End of each part of a sprite for measuring its compressed size. */
export const SYMBOL_END = '</symbol>';

/** Lines of the measured fields, as in the manifest. */
export function measuredLines(measured: MeasuredSprite): string {
  const { hash, bytes, gzip } = measured;
  const [, ...lines] = indented({ sprites: { sprite: { hash, bytes, gzip } } }, 0).split('\n');
  return lines.slice(2, -3).join('\n');
}

function iconEntry(icon: Icon, sprite: string): ManifestIcon {
  const { id, symbol, title, aliases, source, facts } = icon;
  return {
    sprite,
    id,
    viewBox: facts.viewBox,
    width: facts.width,
    height: facts.height,
    color: facts.color,
    colors: facts.colors,
    needs: facts.needs,
    form: facts.form,
    source: source.file,
    sourceHash: source.hash,
    bytes: Buffer.byteLength(symbol),
    ...(facts.precision && { digits: facts.precision.digits }),
    aliases,
    ...(displayNameOf(icon) !== icon.name && { displayName: displayNameOf(icon) }),
    ...(icon.ids && { ids: icon.ids }),
    title,
    tags: source.meta.tags ?? [],
    ...(source.meta.category && { category: source.meta.category }),
    ...(source.meta.trademark && { trademark: source.meta.trademark }),
    ...(source.meta.directional && { directional: true as const }),
    ...(source.meta.source && { origin: source.meta.source }),
    ...(source.meta.license && { license: source.meta.license }),
    ...(source.meta.author && { author: source.meta.author }),
    ...(source.meta.deprecated && { deprecated: source.meta.deprecated }),
  };
}
