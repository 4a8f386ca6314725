import MagicString, { type DecodedSourceMap, type SourceMap } from 'magic-string';
import { identifierFromName } from '../../core/names.ts';
import { constantNames } from '../../core/symbol-ids.ts';
import type { Icon } from '../../core/types.ts';
import { symbolsOf } from '../../emit/svg.ts';
import { asciiLiteral, type Found, findPlaceholders } from '../placeholder.ts';
import type { SpriteFile } from './files.ts';

/** What placeholders are replaced by. */
export interface Replacements {
  readonly kept: readonly Icon[];
  /** An icon's name by what code that a bundler has kept calls it. */
  readonly nameOf: (called: string) => string;
  /** The id that a page knows an icon by. */
  readonly idOf: (icon: Icon) => string;
  readonly files: readonly SpriteFile[];
  /** The sprite is in the page, so hrefs need no URL. */
  readonly isInline: boolean;
  readonly directional: readonly string[];
}

/** JavaScript for the URL of an emitted file, where it is written into a chunk. */
export type UrlCode = (fileName: string) => string;

/** Code without placeholders, with a map from it to the code before. */
export interface ReplacedCode {
  readonly code: string;
  readonly map: () => SourceMap;
  /** The same map, to be joined with another. */
  readonly decoded: () => DecodedSourceMap;
}

/** What stands in code instead of a part of it. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What the placeholders in a chunk are replaced by, in their order. */
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

/** Replaces the placeholders in a chunk; `undefined` where it has none. */
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

/** A literal is not a call, so nothing has to say that it is pure. */
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

/** An object in which nothing is found that it was not given, whatever an icon is called. */
function withoutPrototype(entries: readonly (readonly [string, number])[]): string {
  return `{__proto__:null,${objectCode(entries).slice(1)}`;
}

/** Numbers of the sprites of icons that are not in the first one. */
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
