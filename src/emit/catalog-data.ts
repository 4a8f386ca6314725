import type { Diagnostic } from '../core/diagnostics.ts';
import { displayNameOf } from '../core/display-name.ts';
import { memoize } from '../core/memoize.ts';
import { byCodeUnit } from '../core/names.ts';
import { oneLine } from '../core/one-line.ts';
import type { Icon, IconDeprecation, OutputFile, Source, Sprite } from '../core/types.ts';
import type { CatalogData, CatalogIcon, CatalogProblem, CatalogSprite } from './catalog-format.ts';
import { gzipSize } from './gzip-size.ts';

/** Options of the catalog. */
export interface CatalogOptions {
  /** Name of the set, the heading of the page. Default: `Icons`. */
  readonly title?: string;
  /** Version of the set. */
  readonly release?: string;
  readonly mode: CatalogData['mode'];
  /** URL of the folder that apps serve the sprites from. Default: that of the page. */
  readonly base?: string;
}

/**
 * Data of the catalog: sprites, icons and problems of their source files.
 *
 * @param sprites with their files, as they are served beside the page
 */
export function catalogData(
  sprites: readonly (readonly [sprite: Sprite, file: OutputFile])[],
  problems: readonly Diagnostic[],
  options: CatalogOptions,
): CatalogData {
  const icons = sprites.flatMap(([sprite]) =>
    sprite.icons.map((icon) => entriesOf(icon).get(sprite.name) ?? memoizedEntry(icon, sprite)),
  );
  const entries = sprites.map(([sprite, file]) => catalogSprite(sprite, file));
  return joinCatalog(entries, icons, problems, options);
}

/** Entries of an icon by sprite, memoized so that a change of one icon keeps the entries of others. */
const entriesOf: (icon: Icon) => Map<string, CatalogIcon> = memoize(() => new Map());

function memoizedEntry(icon: Icon, sprite: Sprite): CatalogIcon {
  const entry = catalogIcon(icon, sprite);
  entriesOf(icon).set(sprite.name, entry);
  return entry;
}

/** Joins the entries of all sprites. */
export function joinCatalog(
  sprites: readonly CatalogSprite[],
  icons: readonly CatalogIcon[],
  problems: readonly Diagnostic[],
  { title = 'Icons', release, mode, base }: CatalogOptions,
): CatalogData {
  const byFile = groupBySource(problems);
  const withProblems = icons.map((icon) => {
    const iconProblems = byFile.get(sourceStem(icon.source)) ?? [];
    return iconProblems.length === 0 ? icon : { ...icon, problems: iconProblems };
  });
  for (const { source } of icons) byFile.delete(sourceStem(source));
  return {
    version: 1,
    title,
    ...(release && { release }),
    mode,
    ...(base && { base }),
    sprites,
    icons: withProblems.sort((a, b) => byCodeUnit(a.name, b.name)),
    problems: [...byFile.values()].flat(),
  };
}

export function catalogSprite({ name }: Sprite, { path, contents }: OutputFile): CatalogSprite {
  return {
    name,
    file: path,
    bytes: Buffer.byteLength(contents),
    gzip: gzipSize(contents, '</symbol>'),
  };
}

export function catalogIcon(icon: Icon, { name: sprite }: Sprite): CatalogIcon {
  const { name, id, symbol, title, aliases, source, facts } = icon;
  const { meta } = source;
  const category = meta.category ?? folderCategory(source);
  return {
    name,
    ...(displayNameOf(icon) !== name && { displayName: displayNameOf(icon) }),
    id,
    sprite,
    viewBox: facts.viewBox,
    width: facts.width,
    height: facts.height,
    color: facts.color,
    colors: facts.colors,
    title: oneLine(title),
    tags: (meta.tags ?? []).map(oneLine),
    aliases,
    ...(category && { category: oneLine(category) }),
    ...(meta.deprecated && { deprecated: deprecationOf(meta.deprecated) }),
    ...(meta.directional && { directional: true as const }),
    source: oneLine(source.file),
    bytes: Buffer.byteLength(symbol),
    sourceBytes: source.bytes,
    ...(meta.source && { origin: oneLine(meta.source) }),
    ...(meta.license && { license: { ...meta.license, title: oneLine(meta.license.title) } }),
    ...(meta.author && { author: { ...meta.author, name: oneLine(meta.author.name) } }),
    ...(meta.trademark && { trademark: oneLine(meta.trademark) }),
    problems: [],
  };
}

function deprecationOf({ note, ...rest }: IconDeprecation): IconDeprecation {
  return { ...rest, ...(note !== undefined && { note: oneLine(note) }) };
}

/** Folder directly below the input, as words: `social-media` → `social media`. */
function folderCategory({ folder }: Source): string {
  return folder.replaceAll('-', ' ');
}

/** Groups problems by source file, in an order that does not depend on threads. */
function groupBySource(problems: readonly Diagnostic[]): Map<string, CatalogProblem[]> {
  const groups = new Map<string, CatalogProblem[]>();
  for (const { picture: _, ...problem } of problems) {
    const { file, message, hint } = problem;
    const singleLine = { file: oneLine(file), message: oneLine(message), hint: oneLine(hint) };
    const key = sourceStem(singleLine.file);
    groups.set(key, [...(groups.get(key) ?? []), { ...problem, ...singleLine }]);
  }
  const sorted = [...groups].sort(([a], [b]) => byCodeUnit(a, b));
  return new Map(sorted.map(([key, group]) => [key, unique(group).sort(byPosition)]));
}

/** Removes duplicates, which two stages of a build may report. */
function unique(problems: readonly CatalogProblem[]): CatalogProblem[] {
  return [...new Map(problems.map((each) => [JSON.stringify(each), each])).values()];
}

function byPosition(a: CatalogProblem, b: CatalogProblem): number {
  const line = (a.where?.line ?? 0) - (b.where?.line ?? 0);
  return line || (a.where?.column ?? 0) - (b.where?.column ?? 0) || byCodeUnit(a.code, b.code);
}

/** Common stem of a source file and its metadata file, so that problems of both belong to the icon. */
function sourceStem(file: string): string {
  return file.replace(/(\.meta\.json|\.svg)$/i, '');
}
