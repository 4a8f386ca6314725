import { createHash } from 'node:crypto';
import { gzipSync } from 'fflate';
import type { Icon, IconFacts, OutputFile, Sprite } from '../core/types.ts';
import { NOTICE } from './notice.ts';

/** The file that says what a build wrote. Its JSON Schema ships as `iconloom/manifest.schema.json`. */
export interface Manifest {
  /** Version of this format. */
  readonly version: 1;
  readonly generator: 'iconloom';
  readonly notice: string;
  readonly sprites: Readonly<Record<string, ManifestSprite>>;
  readonly icons: Readonly<Record<string, ManifestIcon>>;
  /** Every file of the build, this one too, sorted; paths are relative to the manifest. */
  readonly files: readonly string[];
}

export interface ManifestSprite {
  readonly file: string;
  /** SHA-256 of the file, in hex. */
  readonly hash: string;
  readonly bytes: number;
  /** Size in bytes after gzip at level 9. */
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
  /** Path of the drawing, relative to the folder that the build ran in. */
  readonly source: string;
  /** SHA-256 of the drawing's file, in hex. */
  readonly sourceHash: string;
  /** Size of the symbol in bytes. */
  readonly bytes: number;
  readonly aliases: readonly string[];
  readonly title: string;
  readonly tags: readonly string[];
  readonly category?: string;
  /** Owner of the trademark that the icon shows. */
  readonly trademark?: string;
}

export const MANIFEST_FILE = 'manifest.json';

/** The manifest of a build whose other files are given. */
export function emitManifest(
  sprites: readonly Sprite[],
  outputs: readonly OutputFile[],
): OutputFile {
  const contentsOf = new Map(outputs.map(({ path, contents }) => [path, contents]));
  const manifest: Manifest = {
    version: 1,
    generator: 'iconloom',
    notice: NOTICE,
    sprites: Object.fromEntries(
      sprites.map((sprite) => [
        sprite.name,
        spriteEntry(sprite, contentsOf.get(sprite.file) ?? ''),
      ]),
    ),
    icons: Object.fromEntries(
      sprites.flatMap(({ name, icons }) => icons.map((icon) => [icon.name, iconEntry(icon, name)])),
    ),
    files: [...contentsOf.keys(), MANIFEST_FILE].sort(),
  };
  return { path: MANIFEST_FILE, contents: `${JSON.stringify(manifest, null, 2)}\n` };
}

function spriteEntry({ file, icons }: Sprite, contents: string): ManifestSprite {
  const bytes = Buffer.from(contents);
  return {
    file,
    hash: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    // Not node:zlib: its output differs between processors, and the manifest must not.
    gzip: gzipSync(bytes, { level: 9, mtime: 0 }).length,
    icons: icons.map(({ name }) => name),
  };
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
    aliases,
    title,
    tags: source.meta.tags ?? [],
    ...(source.meta.category && { category: source.meta.category }),
    ...(source.meta.trademark && { trademark: source.meta.trademark }),
  };
}
