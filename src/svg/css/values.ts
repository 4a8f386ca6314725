import { tokenTypes } from 'css-tree/tokenizer';
import { wholePathData } from '../path-data.ts';
import {
  CHANNEL,
  CSS_WIDE,
  MATH_FUNCTIONS,
  MATH_WORDS,
  type Vocabulary,
  vocabularyOf,
} from './definitions.ts';
import { type Context, matchValue } from './lexer.ts';
import { samplesOf } from './math.ts';
import { canonicalProperty, isDrawingProperty } from './properties.ts';
import { fragmentFor, fragmentOf } from './references.ts';
import { balanced, depthOf, readTokens, type Token, trimmed, writeTokens } from './tokens.ts';

/** Result of parsing a value. */
export interface ParsedValue {
  /**
   * The value in canonical spelling; `undefined` if browsers ignore it, or if none of it is allowed
   * in a sprite.
   */
  readonly text: string | undefined;
  /** External URLs, and functions that would fetch. */
  readonly outside: readonly string[];
  /** Unknown functions. */
  readonly unsupported: readonly string[];
}

const IGNORED: ParsedValue = { text: undefined, outside: [], unsupported: [] };

/** Functions that accept a URL as a string or from a variable. */
const FETCHING: ReadonlySet<string> = new Set([
  ...['image-set', '-webkit-image-set', 'cross-fade', '-webkit-cross-fade', 'image', 'src'],
  ...['url-prefix', 'element', '-moz-element', 'attr', 'url'],
]);

const {
  Comma,
  Delim,
  Dimension,
  Function: FunctionToken,
  Hash,
  Ident,
  RightParenthesis,
} = tokenTypes;
const { Url, WhiteSpace } = tokenTypes;
const StringToken = tokenTypes.String;

/**
 * Parses the value of a property and serializes it, so that nothing remains that the definition of
 * the property does not include.
 *
 * `RGB(1 2 3/.5)` → `rgb(1 2 3/.5)`; `u\72l("\23 a b") red` → `url(#a%20b) red`; `Anna's` → nothing
 */
export function parseValue(property: string, value: string, context: Context): ParsedValue {
  const tokens = balanced(trimmed(readTokens(value)));
  if (!tokens || tokens.length === 0) return IGNORED;
  const name = canonicalProperty(property);
  if (!isDrawingProperty(name)) return IGNORED;
  const outside = outsideOf(tokens);
  const unsupported = unsupportedOf(tokens);
  const local = tokens.map(asLocal);
  const text =
    name.startsWith('--') || local.some(isVariable) || local.length > LONGEST
      ? looselyParsed(name, local)
      : parsed(name, local, context);
  if (outside.length === 0 && unsupported.length === 0)
    return text === undefined ? IGNORED : { text, outside, unsupported };
  return {
    text: text === undefined ? undefined : withoutAddress(name, local, context),
    outside,
    unsupported,
  };
}

function outsideOf(tokens: readonly Token[]): string[] {
  return tokens.flatMap(({ type, value }) => {
    if (type === Url && fragmentOf(value) === undefined) return [value.trim()];
    return type === FunctionToken && FETCHING.has(value) ? [`${value}(…)`] : [];
  });
}

function unsupportedOf(tokens: readonly Token[]): string[] {
  const { functions } = vocabularyOf();
  return tokens.flatMap(({ type, value }) => {
    const isKnown =
      type !== FunctionToken ||
      value === 'var' ||
      functions.has(value) ||
      MATH_FUNCTIONS.has(value) ||
      FETCHING.has(value);
    return isKnown ? [] : [`${value}(…)`];
  });
}

/** Most tokens that css-tree matches; longer values are checked by vocabulary only. */
const LONGEST = 400;

/** Normalizes a local URL; an external one becomes a reference without target. */
function asLocal(token: Token): Token {
  if (token.type !== Url) return token;
  const id = fragmentOf(token.value);
  return { ...token, value: id === undefined ? OUTSIDE : fragmentFor(id) };
}

const OUTSIDE = '#';

function isVariable({ type, value }: Token): boolean {
  return type === FunctionToken && value === 'var';
}

/** Parses by the definition of the property; `undefined` if it does not match. */
function parsed(property: string, tokens: readonly Token[], context: Context): string | undefined {
  const [only] = tokens;
  if (tokens.length === 1 && only?.type === Ident && CSS_WIDE.has(only.value.toLowerCase())) {
    return only.value.toLowerCase();
  }
  const parts = partsOf(tokens);
  const types = matchParts(parts, property, context);
  if (!types) return undefined;
  const vocabulary = vocabularyOf(property);
  let index = -1;
  const written: Token[] = [];
  for (const part of parts) {
    const [token] = part;
    if (!token || token.type === WhiteSpace) {
      written.push(...part);
      continue;
    }
    index += 1;
    const known =
      part.length > 1
        ? cleanMath(part, vocabulary, types[index])
        : clean(token, vocabulary, types[index]);
    if (!known) return undefined;
    written.push(...known);
  }
  return writeTokens(written);
}

/** Groups each math function; all other tokens are single. */
function partsOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const parts: Token[][] = [];
  let depth = 0;
  for (const token of tokens) {
    const isInside = depth > 0;
    const isMath = token.type === FunctionToken && MATH_FUNCTIONS.has(token.value);
    if (isInside || isMath) depth += depthOf(token);
    if (isInside) parts.at(-1)?.push(token);
    else parts.push([token]);
  }
  return parts;
}

/** Matches with a sample value instead of each math function. */
function matchParts(
  parts: readonly (readonly Token[])[],
  property: string,
  context: Context,
): readonly ReadonlySet<string>[] | undefined {
  const samples = parts.map((part) => (part.length > 1 ? samplesOf(part) : undefined));
  if (parts.some((part, at) => part.length > 1 && !samples[at])) return undefined;
  const matchWith = (pick: (values: readonly string[]) => string | undefined) => {
    const css = parts.map((part, at) => {
      const value = pick(samples[at] ?? []);
      return value === undefined ? part : [{ ...(part[0] as Token), type: Delim, value }];
    });
    return matchValue(property, css.flat(), context);
  };
  const types = matchWith((values) => values[0]);
  const isMixed = samples.some((values) => values?.length === 2);
  return isMixed && !matchWith((values) => values.at(-1)) ? undefined : types;
}

function cleanMath(
  tokens: readonly Token[],
  vocabulary: Vocabulary,
  types: ReadonlySet<string> | undefined,
): readonly Token[] | undefined {
  if (types?.has('bare-length')) return undefined;
  const math = mathDepths(tokens);
  const written: Token[] = [];
  for (const [at, token] of tokens.entries()) {
    const known = inVocabulary(token, vocabulary, math[at] ?? 0);
    if (!known) return undefined;
    written.push(known);
  }
  return written;
}

function clean(
  token: Token,
  vocabulary: Vocabulary,
  types: ReadonlySet<string> | undefined,
): readonly Token[] | undefined {
  const isName = types?.has('keyframes-name') || types?.has('family-name');
  if (isName && types?.has('custom-ident')) return [token];
  if (types?.has('bare-length')) return [{ ...token, type: Dimension, value: `${token.value}px` }];
  const isString = token.type === StringToken && (isName || types?.has('string'));
  const known = isString
    ? isName
      ? token
      : cleanString(token, types)
    : inVocabulary(token, vocabulary, 0);
  return known && [known];
}

/** Validates a string, which is path data or a font tag. */
function cleanString(token: Token, types: ReadonlySet<string> | undefined): Token | undefined {
  if (!types?.has('path-function') && !types?.has('property d')) {
    return /^[ -~]{4}$/.test(token.value) ? token : undefined;
  }
  const value = wholePathData(token.value);
  return value === undefined ? undefined : { ...token, value };
}

/** Parses by vocabulary only, since a variable can be anything. */
function looselyParsed(property: string, tokens: readonly Token[]): string | undefined {
  // A variable can contain a URL, which would be fetched here.
  if (property === 'cursor') return undefined;
  const vocabulary = vocabularyOf(property.startsWith('--') ? undefined : property);
  const math = mathDepths(tokens);
  const written: Token[] = [];
  /** Expected token after `var(`. */
  let due: 'name' | 'fallback' | undefined;
  for (const [at, token] of tokens.entries()) {
    if (due === 'name' && token.type !== WhiteSpace) {
      if (token.type !== Ident || !token.value.startsWith('--')) return undefined;
      due = 'fallback';
      written.push(token);
      continue;
    }
    if (due === 'fallback' && token.type !== WhiteSpace) {
      if (token.type !== Comma && token.type !== RightParenthesis) return undefined;
      due = undefined;
    }
    if (token.type === Url && !vocabulary.takesUrl) return undefined;
    const known = isVariable(token) ? token : inVocabulary(token, vocabulary, math[at] ?? 0);
    if (!known) return undefined;
    if (isVariable(token)) due = 'name';
    written.push(known);
  }
  return writeTokens(written);
}

const UNITS =
  /^[-+]?[\d.]+(?:e[-+]?\d+)?(?:r?em|r?ex|r?ch|r?ic|r?lh|r?cap|px|cm|mm|q|in|p[tc]|[sld]?v(?:w|h|min|max|i|b)|cq(?:w|h|i|b|min|max)|deg|g?rad|turn|m?s|dpi|dpcm|dppx|x)$/;

/** Canonical spelling of a token; `undefined` if it is not in the vocabulary. */
function inVocabulary(
  token: Token,
  { words, functions }: Vocabulary,
  mathDepth: number,
): Token | undefined {
  const { type, value } = token;
  const lower = value.toLowerCase();
  if (type === Ident) {
    if (mathDepth > 0) {
      return MATH_WORDS.has(lower) || CHANNEL.test(lower) ? { ...token, value: lower } : undefined;
    }
    const word = words.get(lower) ?? (CSS_WIDE.has(lower) ? lower : undefined);
    return word === undefined ? undefined : { ...token, value: word };
  }
  if (type === FunctionToken)
    return functions.has(lower) || MATH_FUNCTIONS.has(lower) ? token : undefined;
  if (type === Hash)
    return /^(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i.test(value) ? token : undefined;
  if (type === Dimension) return UNITS.test(value) ? token : undefined;
  if (type === StringToken) return undefined;
  if (type === Delim)
    return value === '/' || (mathDepth > 0 && /^[-+*]$/.test(value)) ? token : undefined;
  return SIMPLE.has(type) ? token : undefined;
}

const SIMPLE: ReadonlySet<number> = new Set([
  ...[tokenTypes.Number, tokenTypes.Percentage, tokenTypes.Comma, Url, WhiteSpace],
  ...[tokenTypes.LeftParenthesis, tokenTypes.RightParenthesis],
]);

/** Number of open math functions at each token. */
function mathDepths(tokens: readonly Token[]): readonly number[] {
  const open: boolean[] = [];
  return tokens.map((token) => {
    const depth = open.filter(Boolean).length;
    if (depthOf(token) > 0)
      open.push(token.type === FunctionToken && MATH_FUNCTIONS.has(token.value));
    else if (depthOf(token) < 0) open.pop();
    return depth;
  });
}

/** Fallback of a paint without its URL, or `none`; `undefined` for other properties. */
function withoutAddress(
  property: string,
  tokens: readonly Token[],
  context: Context,
): string | undefined {
  if (property !== 'fill' && property !== 'stroke') return undefined;
  const at = tokens.findIndex(({ type }) => type === Url);
  const fallback = trimmed(tokens.slice(at + 1));
  if (at < 0) return undefined;
  return fallback.length === 0 ? 'none' : (parsed(property, fallback, context) ?? 'none');
}
