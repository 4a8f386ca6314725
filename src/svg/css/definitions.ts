import { PROPERTIES } from './properties.ts';
import { TYPES } from './types.ts';

/** Keywords and functions of a definition, including those of referenced types. */
export interface Vocabulary {
  /** Lower case → canonical case. */
  readonly keywords: ReadonlyMap<string, string>;
  readonly functions: ReadonlySet<string>;
  /** True if the definition accepts a reference. */
  readonly takesUrl: boolean;
}

const FUNCTION = /([-\w]+)\(/g;
const TYPE_REFERENCE = /<([^<>[\s]+)[^<>]*>/g;
const KEYWORD = /(?<![-\w<(])[a-z][-\w]*(?![-\w(])/gi;

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
export const ROUNDING_STRATEGIES: ReadonlySet<string> = new Set([
  'nearest',
  'up',
  'down',
  'to-zero',
]);

/** Keywords in math functions; `none` is an open end of `clamp()`. */
export const MATH_KEYWORDS: ReadonlySet<string> = new Set([
  ...MATH_CONSTANTS,
  ...ROUNDING_STRATEGIES,
  'none',
]);

/** Channel keywords of relative colors. */
export const CHANNEL_KEYWORD: RegExp = /^(?:[rgbhslwacxyz]|alpha)$/;

const vocabularies = new Map<string, Vocabulary>();

/** Vocabulary of a property; without one, of all properties. */
export function vocabularyOf(property?: string): Vocabulary {
  const key = property ?? '';
  const cached = vocabularies.get(key);
  if (cached) return cached;
  const definition =
    property === undefined
      ? [...PROPERTIES.values()].join(' | ')
      : (PROPERTIES.get(property) ?? '');
  const vocabulary = collectVocabulary(definition);
  if (property === undefined || PROPERTIES.has(property)) vocabularies.set(key, vocabulary);
  return vocabulary;
}

function collectVocabulary(definition: string): Vocabulary {
  const keywords = new Map<string, string>();
  const functions = new Set<string>();
  const visited = new Set<string>();
  const stack = [definition];
  for (let text = stack.pop(); text !== undefined; text = stack.pop()) {
    for (const [, name = ''] of text.matchAll(TYPE_REFERENCE)) {
      const type = Object.hasOwn(TYPES, name) ? TYPES[name] : undefined;
      if (type !== undefined && !visited.has(name)) stack.push(type);
      visited.add(name);
    }
    const withoutTypes = text.replace(TYPE_REFERENCE, ' ');
    for (const [, name = ''] of withoutTypes.matchAll(FUNCTION)) functions.add(name.toLowerCase());
    for (const [word] of withoutTypes.matchAll(KEYWORD)) {
      // The property's own spelling wins: `sRGB` here is `srgb` in a color.
      if (!keywords.has(word.toLowerCase())) keywords.set(word.toLowerCase(), word);
    }
  }
  if (visited.has('property-name')) for (const name of PROPERTIES.keys()) keywords.set(name, name);
  return { keywords, functions, takesUrl: visited.has('url-token') };
}
