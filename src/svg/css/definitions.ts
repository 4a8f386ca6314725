import { PROPERTIES } from './properties.ts';
import { TYPES } from './types.ts';

/** Keywords and functions of a definition, including those of referenced types. */
export interface Vocabulary {
  /** Lower case → canonical case. */
  readonly words: ReadonlyMap<string, string>;
  readonly functions: ReadonlySet<string>;
  /** True if the definition accepts a reference. */
  readonly takesUrl: boolean;
}

const FUNCTION = /([-\w]+)\(/g;
const REFERRED = /<([^<>[\s]+)[^<>]*>/g;
const WORD = /(?<![-\w<(])[a-z][-\w]*(?![-\w(])/gi;

/** Keywords that every property accepts. Source: CSS Cascade 5, 7.3. */
export const CSS_WIDE: ReadonlySet<string> = new Set([
  ...['inherit', 'initial', 'unset', 'revert', 'revert-layer'],
]);

/** Functions that compute a number. Source: CSS Values 4, 10. */
export const MATH_FUNCTIONS: ReadonlySet<string> = new Set([
  ...['calc', 'min', 'max', 'clamp', 'round', 'mod', 'rem', 'sin', 'cos', 'tan', 'asin', 'acos'],
  ...['atan', 'atan2', 'pow', 'sqrt', 'hypot', 'log', 'exp', 'abs', 'sign'],
]);

/** Named constants in math functions. */
export const MATH_CONSTANTS: ReadonlySet<string> = new Set([
  ...['e', 'pi', 'infinity', '-infinity', 'nan'],
]);

/** Rounding strategies of `round()`. */
export const ROUNDING: ReadonlySet<string> = new Set(['nearest', 'up', 'down', 'to-zero']);

/** Keywords in math functions; `none` is an open end of `clamp()`. */
export const MATH_WORDS: ReadonlySet<string> = new Set([...MATH_CONSTANTS, ...ROUNDING, 'none']);

/** Channel keywords of relative colors. */
export const CHANNEL: RegExp = /^(?:[rgbhslwacxyz]|alpha)$/;

const vocabularies = new Map<string, Vocabulary>();

/** Vocabulary of a property; without one, of all properties. */
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
      // The property's own spelling wins: `sRGB` here is `srgb` in a color.
      if (!words.has(word.toLowerCase())) words.set(word.toLowerCase(), word);
    }
  }
  if (visited.has('property-name')) for (const name of PROPERTIES.keys()) words.set(name, name);
  return { words, functions, takesUrl: visited.has('url-token') };
}
