import { PROPERTIES } from './properties.ts';
import { TYPES } from './types.ts';

/** Words and names of functions that a definition mentions, also by way of the types it names. */
export interface Vocabulary {
  /** Lower case → as it is written. */
  readonly words: ReadonlyMap<string, string>;
  readonly functions: ReadonlySet<string>;
  /** Whether the definition takes a reference. */
  readonly takesUrl: boolean;
}

const FUNCTION = /([-\w]+)\(/g;
const REFERRED = /<([^<>[\s]+)[^<>]*>/g;
const WORD = /(?<![-\w<(])[a-z][-\w]*(?![-\w(])/gi;

/** Keywords that every property takes. Source: CSS Cascade 5, 7.3. */
export const CSS_WIDE: ReadonlySet<string> = new Set([
  ...['inherit', 'initial', 'unset', 'revert', 'revert-layer'],
]);

/** Functions that compute a number. Source: CSS Values 4, 10. */
export const MATH_FUNCTIONS: ReadonlySet<string> = new Set([
  ...['calc', 'min', 'max', 'clamp', 'round', 'mod', 'rem', 'sin', 'cos', 'tan', 'asin', 'acos'],
  ...['atan', 'atan2', 'pow', 'sqrt', 'hypot', 'log', 'exp', 'abs', 'sign'],
]);

/** Numbers that have a name inside of those. */
export const MATH_CONSTANTS: ReadonlySet<string> = new Set([
  ...['e', 'pi', 'infinity', '-infinity', 'nan'],
]);

/** Ways to round. */
export const ROUNDING: ReadonlySet<string> = new Set(['nearest', 'up', 'down', 'to-zero']);

/** Words inside of math functions; `none` is an end that `clamp()` leaves open. */
export const MATH_WORDS: ReadonlySet<string> = new Set([...MATH_CONSTANTS, ...ROUNDING, 'none']);

/** Letters of a color that another is made from. */
export const CHANNEL: RegExp = /^(?:[rgbhslwacxyz]|alpha)$/;

const vocabularies = new Map<string, Vocabulary>();

/** Vocabulary of a property; of no property: of all that draws. */
export function vocabularyOf(property?: string): Vocabulary {
  const key = property ?? '';
  const known = vocabularies.get(key);
  if (known) return known;
  const definition =
    property === undefined
      ? [...PROPERTIES.values()].join(' | ')
      : (PROPERTIES.get(property) ?? '');
  const vocabulary = collect(definition);
  if (property === undefined || PROPERTIES.has(property)) vocabularies.set(key, vocabulary);
  return vocabulary;
}

function collect(definition: string): Vocabulary {
  const words = new Map<string, string>();
  const functions = new Set<string>();
  const visited = new Set<string>();
  const open = [definition];
  for (let text = open.pop(); text !== undefined; text = open.pop()) {
    for (const [, name = ''] of text.matchAll(REFERRED)) {
      const type = Object.hasOwn(TYPES, name) ? TYPES[name] : undefined;
      if (type !== undefined && !visited.has(name)) open.push(type);
      visited.add(name);
    }
    const plain = text.replace(REFERRED, ' ');
    for (const [, name = ''] of plain.matchAll(FUNCTION)) functions.add(name.toLowerCase());
    for (const [word] of plain.matchAll(WORD)) {
      // What a property says itself comes first: `sRGB` here is `srgb` in a color.
      if (!words.has(word.toLowerCase())) words.set(word.toLowerCase(), word);
    }
  }
  if (visited.has('property-name')) for (const name of PROPERTIES.keys()) words.set(name, name);
  return { words, functions, takesUrl: visited.has('url-token') };
}
