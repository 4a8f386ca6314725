/**
 * What stands in the code until it is known which icons are used: a call of a global that no one
 * defines, marked as pure. So no bundler or minifier can work out what it is and fold it away, all
 * drop it with the code around it, and none renames it.
 */
const GLOBAL = '__ICONLOOM__';

/** What a placeholder stands for. */
export type Kind =
  /** The name of the icon that it holds. */
  | 'name'
  /** Nothing: the names that it holds may be used beside it. They are joined by spaces. */
  | 'kept'
  /** The URL of the sprite, or '' where the sprite is in the page. */
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

const LETTERS: Readonly<Record<Kind, string>> = {
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
const KINDS: ReadonlyMap<string, Kind> = new Map(
  Object.entries(LETTERS).map(([kind, letter]) => [letter, kind as Kind]),
);

/** Quotes are escaped where code stands in a string, as in some bundlers' `eval`. */
const PATTERN: RegExp = new RegExp(
  `${GLOBAL}\\((\\\\?["'\`])([${Object.values(LETTERS).join('')}])([0-9a-f]*)\\1\\)`,
  'g',
);

/** Code that stands for something that is only known at the end. */
export function placeholder(kind: Kind, name = ''): string {
  const hex = Buffer.from(name).toString('hex');
  // What has no value of its own is dropped only with the code around it.
  const pure = kind === 'kept' ? '' : '/*#__PURE__*/';
  return `${pure}${GLOBAL}("${LETTERS[kind]}${hex}")`;
}

/** Whether a URL is one that code asks for with names made at run time. */
export function isAnyUrl(name: string): boolean {
  return name.split(' ')[0] === 'any';
}

/**
 * Puts a version into the placeholders of a module of ours: where it changes, so does the code, for
 * bundlers that take hashes before placeholders are replaced.
 */
export function withVersion(code: string, version: string): string {
  const hex = Buffer.from(` ${version}`).toString('hex');
  return code.replace(PATTERN, (text, quote: string, letter: string, name: string) =>
    letter === LETTERS.name || letter === LETTERS.kept
      ? text
      : `${GLOBAL}(${quote}${letter}${name}${hex}${quote})`,
  );
}

/** A placeholder that was found in code. */
export interface Found {
  readonly kind: Kind;
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Whether it stands inside a string. */
  readonly isQuoted: boolean;
}

/** Whether code may hold placeholders. */
export function mayHold(code: string): boolean {
  return code.includes(GLOBAL);
}

/** The placeholders in code, in their order. */
export function findPlaceholders(code: string): readonly Found[] {
  if (!mayHold(code)) return [];
  return [...code.matchAll(PATTERN)].map((match): Found => {
    const [text, quote = '', letter = '', hex = ''] = match;
    return {
      kind: KINDS.get(letter) as Kind,
      name: Buffer.from(hex, 'hex').toString(),
      start: match.index,
      end: match.index + text.length,
      isQuoted: quote.startsWith('\\'),
    };
  });
}

/** A value as code that says the same in files of any encoding. */
export function asciiLiteral(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
