/**
 * Function that placeholders call until the used icons are known: a global that nobody defines,
 * marked as pure. So no bundler or minifier can evaluate it, all drop it with the code around it,
 * and none renames it.
 */
const GLOBAL = '__ICONLOOM__';

/** Meaning of a placeholder. */
export type PlaceholderKind =
  /** The name of the icon that it holds. */
  | 'name'
  /** No value: the names that it holds, joined by spaces, may be used by the code next to it. */
  | 'kept'
  /** The URL of the sprite, or '' if the sprite is in the page. */
  | 'url'
  /** All kept names, as an array. */
  | 'names'
  /** The ids of all kept icons, as an array. */
  | 'ids'
  /** All kept constants, as an object. */
  | 'constants'
  /** All kept aliases, as an object: alias → name. */
  | 'aliases'
  /** The kept names that mirror in right-to-left text, aliases too, as an array. */
  | 'directional'
  /** With several sprites, name → number of its sprite in `urls`, as an object; the first is left out. */
  | 'sprites'
  /** With several sprites, their URLs, as an array. */
  | 'urls'
  /** The symbols of the sprite, as an array of texts. */
  | 'symbols';

const LETTERS: Readonly<Record<PlaceholderKind, string>> = {
  name: 'n',
  kept: 'k',
  url: 'u',
  names: 'l',
  ids: 'i',
  constants: 'c',
  aliases: 'a',
  directional: 'd',
  sprites: 's',
  urls: 'm',
  symbols: 'x',
};
const KIND_BY_LETTER: ReadonlyMap<string, PlaceholderKind> = new Map(
  Object.entries(LETTERS).map(([kind, letter]) => [letter, kind as PlaceholderKind]),
);

/** Placeholder in code. Its quotes are escaped if code is in a string, as in some bundlers' `eval`. */
const PATTERN: RegExp = new RegExp(
  `${GLOBAL}\\((\\\\?["'\`])([${Object.values(LETTERS).join('')}])([0-9a-f]*)\\1\\)`,
  'g',
);

/** Creates the code of a placeholder. */
export function placeholder(kind: PlaceholderKind, name = ''): string {
  const hex = Buffer.from(name).toString('hex');
  // A placeholder without a value is dropped only with the code around it.
  const pure = kind === 'kept' ? '' : '/*#__PURE__*/';
  return `${pure}${GLOBAL}("${LETTERS[kind]}${hex}")`;
}

/** Checks that code uses a URL with names made at run time. */
export function isDynamicUrl(name: string): boolean {
  return name.split(' ')[0] === 'any';
}

/**
 * Puts a version into the placeholders of an iconloom module: when it changes, so does the code, for
 * bundlers that compute hashes before placeholders are replaced.
 */
export function withVersion(code: string, version: string): string {
  const hex = Buffer.from(` ${version}`).toString('hex');
  return code.replace(PATTERN, (text, quote: string, letter: string, name: string) =>
    letter === LETTERS.name || letter === LETTERS.kept
      ? text
      : `${GLOBAL}(${quote}${letter}${name}${hex}${quote})`,
  );
}

/** Placeholder found in code. */
export interface Placeholder {
  readonly kind: PlaceholderKind;
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** True inside a string. */
  readonly isQuoted: boolean;
}

/** Checks quickly that code may hold placeholders. */
export function mayHavePlaceholders(code: string): boolean {
  return code.includes(GLOBAL);
}

/** Finds the placeholders in code, in source order. */
export function findPlaceholders(code: string): readonly Placeholder[] {
  if (!mayHavePlaceholders(code)) return [];
  return [...code.matchAll(PATTERN)].map((match): Placeholder => {
    const [text, quote = '', letter = '', hex = ''] = match;
    return {
      kind: KIND_BY_LETTER.get(letter) as PlaceholderKind,
      name: Buffer.from(hex, 'hex').toString(),
      start: match.index,
      end: match.index + text.length,
      isQuoted: quote.startsWith('\\'),
    };
  });
}

/** Value as a literal in ASCII, which means the same in any encoding. */
export function asciiLiteral(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
