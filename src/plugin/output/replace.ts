import MagicString, { type DecodedSourceMap, type SourceMap } from 'magic-string';
import { identifierFromName } from '../../core/names.ts';
import { constantNames } from '../../core/symbol-ids.ts';
import type { Icon } from '../../core/types.ts';
import { symbolsOf } from '../../emit/svg.ts';
import { asciiLiteral, findPlaceholders, type Placeholder } from '../placeholder.ts';
import type { RenderedSprite } from './sprite-files.ts';

/** Values that replace placeholders. */
export interface PlaceholderValues {
  readonly usedIcons: readonly Icon[];
  /** Resolves a name or alias in cached code to the name of the icon. */
  readonly nameOf: (nameOrAlias: string) => string;
  /** Id of an icon in a page. */
  readonly idOf: (icon: Icon) => string;
  readonly files: readonly RenderedSprite[];
  /** The sprite is in the page, so hrefs need no URL. */
  readonly isInline: boolean;
  readonly directional: readonly string[];
}

/** Creates the JavaScript for the URL of an emitted file. */
export type UrlCode = (fileName: string) => string;

/** Code without placeholders, with a map to the code that had them. */
export interface ReplacedCode {
  readonly code: string;
  readonly map: () => SourceMap;
  /** The same map, to be joined with another. */
  readonly decodedMap: () => DecodedSourceMap;
}

/** Replacement of a range of code. */
export interface CodeReplacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Replacements for the placeholders in a chunk, in source order. */
export function placeholderEdits(
  code: string,
  values: PlaceholderValues,
  urlCode: UrlCode,
): readonly CodeReplacement[] {
  return findPlaceholders(code).map((each) => {
    const text = codeFor(each, values, urlCode);
    return {
      start: startOfPureComment(code, each.start),
      end: each.end,
      text: each.isQuoted ? JSON.stringify(text).slice(1, -1) : text,
    };
  });
}

/** Replaces the placeholders in a chunk; `undefined` if it has none. */
export function replacePlaceholders(
  code: string,
  values: PlaceholderValues,
  urlCode: UrlCode,
): ReplacedCode | undefined {
  const edits = placeholderEdits(code, values, urlCode);
  if (edits.length === 0) return undefined;
  const result = new MagicString(code);
  for (const { start, end, text } of edits) result.overwrite(start, end, text);
  return {
    code: result.toString(),
    map: () => result.generateMap({ hires: 'boundary', includeContent: false }),
    decodedMap: () => result.generateDecodedMap({ hires: 'boundary' }),
  };
}

/** Offset of a placeholder with its `PURE` comment, which a literal does not need. */
function startOfPureComment(code: string, start: number): number {
  const comment = code.slice(Math.max(0, start - 24), start).match(/\/\* ?[#@]__PURE__ ?\*\/ ?$/);
  return start - (comment?.[0].length ?? 0);
}

function codeFor(
  { kind, name }: Placeholder,
  { usedIcons, nameOf, idOf, files, isInline, directional }: PlaceholderValues,
  urlCode: UrlCode,
): string {
  const url = (fileName: string | undefined) =>
    isInline || fileName === undefined ? '""' : urlCode(fileName);
  switch (kind) {
    case 'name':
      return asciiLiteral(nameOf(name));
    case 'kept':
      return '0';
    case 'url':
      return url(files[0]?.fileName);
    case 'urls':
      return `[${files.map(({ fileName }) => url(fileName)).join(',')}]`;
    case 'sprites':
      return withoutPrototype(spriteIndexes(usedIcons, files));
    case 'names':
      return asciiLiteral(usedIcons.map((icon) => icon.name));
    case 'ids':
      return asciiLiteral(usedIcons.map(idOf));
    case 'constants':
      return objectCode(
        usedIcons.flatMap((icon) =>
          constantNames(icon).map((word) => [identifierFromName(word), icon.name]),
        ),
      );
    case 'aliases':
      return objectCode(
        usedIcons.flatMap((icon) => icon.aliases.map((alias) => [alias, icon.name])),
      );
    case 'directional':
      return asciiLiteral(directional);
    case 'symbols':
      return asciiLiteral(files.flatMap(({ sprite }) => sprite.icons.map(symbolsOf)));
  }
}

function objectCode(entries: readonly (readonly [string, string | number])[]): string {
  return `{${entries.map(([key, value]) => `${asciiLiteral(key)}:${asciiLiteral(value)}`).join(',')}}`;
}

/** Object literal without inherited properties, which an icon could be named like. */
function withoutPrototype(entries: readonly (readonly [string, number])[]): string {
  return `{__proto__:null,${objectCode(entries).slice(1)}`;
}

/** Indexes of the sprites of icons that are not in the first one. */
function spriteIndexes(
  usedIcons: readonly Icon[],
  files: readonly RenderedSprite[],
): readonly (readonly [string, number])[] {
  const indexes = new Map<string, number>();
  for (const [index, { sprite }] of files.entries()) {
    for (const { name } of sprite.icons) if (!indexes.has(name)) indexes.set(name, index);
  }
  return usedIcons.flatMap(({ name }) => {
    const index = indexes.get(name) ?? 0;
    return index === 0 ? [] : [[name, index] as const];
  });
}
