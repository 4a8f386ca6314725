import MagicString, { type DecodedSourceMap, type SourceMap } from 'magic-string';
import { identifierFromName } from '../../core/names.ts';
import { constantNames } from '../../core/symbol-ids.ts';
import type { Icon } from '../../core/types.ts';
import { symbolsOf } from '../../emit/svg.ts';
import { asciiLiteral, type Found, findPlaceholders } from '../placeholder.ts';
import type { SpriteFile } from './files.ts';

/** Values that replace placeholders. */
export interface Replacements {
  readonly kept: readonly Icon[];
  /** Resolves a name or alias in cached code to the name of the icon. */
  readonly nameOf: (called: string) => string;
  /** Id of an icon in a page. */
  readonly idOf: (icon: Icon) => string;
  readonly files: readonly SpriteFile[];
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
  readonly decoded: () => DecodedSourceMap;
}

/** Replacement of a range of code. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Replacements for the placeholders in a chunk, in source order. */
export function piecesFor(
  code: string,
  replacements: Replacements,
  urlCode: UrlCode,
): readonly Piece[] {
  return findPlaceholders(code).map((each) => {
    const text = codeFor(each, replacements, urlCode);
    return {
      start: startWithComment(code, each.start),
      end: each.end,
      text: each.isQuoted ? JSON.stringify(text).slice(1, -1) : text,
    };
  });
}

/** Replaces the placeholders in a chunk; `undefined` if it has none. */
export function replacePlaceholders(
  code: string,
  replacements: Replacements,
  urlCode: UrlCode,
): ReplacedCode | undefined {
  const pieces = piecesFor(code, replacements, urlCode);
  if (pieces.length === 0) return undefined;
  const result = new MagicString(code);
  for (const { start, end, text } of pieces) result.overwrite(start, end, text);
  return {
    code: result.toString(),
    map: () => result.generateMap({ hires: 'boundary', includeContent: false }),
    decoded: () => result.generateDecodedMap({ hires: 'boundary' }),
  };
}

/** Offset of a placeholder with its `PURE` comment, which a literal does not need. */
function startWithComment(code: string, start: number): number {
  const comment = code.slice(Math.max(0, start - 24), start).match(/\/\* ?[#@]__PURE__ ?\*\/ ?$/);
  return start - (comment?.[0].length ?? 0);
}

function codeFor(
  { kind, name }: Found,
  { kept, nameOf, idOf, files, isInline, directional }: Replacements,
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
      return withoutPrototype(laterSprites(kept, files));
    case 'names':
      return asciiLiteral(kept.map((icon) => icon.name));
    case 'ids':
      return asciiLiteral(kept.map(idOf));
    case 'constants':
      return objectCode(
        kept.flatMap((icon) =>
          constantNames(icon).map((word) => [identifierFromName(word), icon.name]),
        ),
      );
    case 'aliases':
      return objectCode(kept.flatMap((icon) => icon.aliases.map((alias) => [alias, icon.name])));
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
function laterSprites(
  kept: readonly Icon[],
  files: readonly SpriteFile[],
): readonly (readonly [string, number])[] {
  const numbers = new Map<string, number>();
  for (const [index, { sprite }] of files.entries()) {
    for (const { name } of sprite.icons) if (!numbers.has(name)) numbers.set(name, index);
  }
  return kept.flatMap(({ name }) => {
    const index = numbers.get(name) ?? 0;
    return index === 0 ? [] : [[name, index] as const];
  });
}
