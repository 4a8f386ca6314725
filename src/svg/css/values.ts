import { tokenTypes } from 'css-tree/tokenizer';
import { strictPathData } from '../path-data.ts';
import {
  CHANNEL_KEYWORD,
  CSS_WIDE,
  MATH_FUNCTIONS,
  MATH_KEYWORDS,
  type Vocabulary,
  vocabularyOf,
} from './definitions.ts';
import { matchValue, type ValueContext } from './lexer.ts';
import { sampleValues } from './math.ts';
import { canonicalProperty, isRenderingProperty } from './properties.ts';
import { parseFragment, serializeFragment } from './references.ts';
import {
  type CssToken,
  closeBrackets,
  depthChange,
  readTokens,
  trimWhiteSpace,
  writeTokens,
} from './tokens.ts';

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

const IGNORED_VALUE: ParsedValue = { text: undefined, outside: [], unsupported: [] };

/** Functions that accept a URL as a string or from a variable. */
const FETCHING_FUNCTIONS: ReadonlySet<string> = new Set([
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
export function parseValue(property: string, value: string, context: ValueContext): ParsedValue {
  const tokens = closeBrackets(trimWhiteSpace(readTokens(value)));
  if (!tokens || tokens.length === 0) return IGNORED_VALUE;
  const name = canonicalProperty(property);
  if (!isRenderingProperty(name)) return IGNORED_VALUE;
  const outside = findOutsideReferences(tokens);
  const unsupported = findUnsupportedFunctions(tokens);
  const local = tokens.map(toLocalReference);
  const text =
    name.startsWith('--') || local.some(isVariable) || local.length > MAX_TOKENS
      ? parseByVocabulary(name, local)
      : parseByDefinition(name, local, context);
  if (outside.length === 0 && unsupported.length === 0)
    return text === undefined ? IGNORED_VALUE : { text, outside, unsupported };
  return {
    text: text === undefined ? undefined : paintFallback(name, local, context),
    outside,
    unsupported,
  };
}

function findOutsideReferences(tokens: readonly CssToken[]): string[] {
  return tokens.flatMap(({ type, value }) => {
    if (type === Url && parseFragment(value) === undefined) return [value.trim()];
    return type === FunctionToken && FETCHING_FUNCTIONS.has(value) ? [`${value}(…)`] : [];
  });
}

function findUnsupportedFunctions(tokens: readonly CssToken[]): string[] {
  const { functions } = vocabularyOf();
  return tokens.flatMap(({ type, value }) => {
    const isKnown =
      type !== FunctionToken ||
      value === 'var' ||
      functions.has(value) ||
      MATH_FUNCTIONS.has(value) ||
      FETCHING_FUNCTIONS.has(value);
    return isKnown ? [] : [`${value}(…)`];
  });
}

/** Most tokens that css-tree matches; longer values are checked by vocabulary only. */
const MAX_TOKENS = 400;

/** Normalizes a local URL; an external one becomes a reference without target. */
function toLocalReference(token: CssToken): CssToken {
  if (token.type !== Url) return token;
  const id = parseFragment(token.value);
  return { ...token, value: id === undefined ? NO_TARGET : serializeFragment(id) };
}

const NO_TARGET = '#';

function isVariable({ type, value }: CssToken): boolean {
  return type === FunctionToken && value === 'var';
}

/** Parses by the definition of the property; `undefined` if it does not match. */
function parseByDefinition(
  property: string,
  tokens: readonly CssToken[],
  context: ValueContext,
): string | undefined {
  const [single] = tokens;
  if (tokens.length === 1 && single?.type === Ident && CSS_WIDE.has(single.value.toLowerCase())) {
    return single.value.toLowerCase();
  }
  const parts = groupMathFunctions(tokens);
  const types = matchParts(parts, property, context);
  if (!types) return undefined;
  const vocabulary = vocabularyOf(property);
  let index = -1;
  const output: CssToken[] = [];
  for (const part of parts) {
    const [token] = part;
    if (!token || token.type === WhiteSpace) {
      output.push(...part);
      continue;
    }
    index += 1;
    const normalized =
      part.length > 1
        ? cleanMath(part, vocabulary, types[index])
        : cleanToken(token, vocabulary, types[index]);
    if (!normalized) return undefined;
    output.push(...normalized);
  }
  return writeTokens(output);
}

/** Groups each math function; all other tokens are single. */
function groupMathFunctions(tokens: readonly CssToken[]): readonly (readonly CssToken[])[] {
  const parts: CssToken[][] = [];
  let depth = 0;
  for (const token of tokens) {
    const isInside = depth > 0;
    const isMath = token.type === FunctionToken && MATH_FUNCTIONS.has(token.value);
    if (isInside || isMath) depth += depthChange(token);
    if (isInside) parts.at(-1)?.push(token);
    else parts.push([token]);
  }
  return parts;
}

/** Matches with a sample value instead of each math function. */
function matchParts(
  parts: readonly (readonly CssToken[])[],
  property: string,
  context: ValueContext,
): readonly ReadonlySet<string>[] | undefined {
  const samples = parts.map((part) => (part.length > 1 ? sampleValues(part) : undefined));
  if (parts.some((part, at) => part.length > 1 && !samples[at])) return undefined;
  const matchWith = (pick: (values: readonly string[]) => string | undefined) => {
    const css = parts.map((part, at) => {
      const value = pick(samples[at] ?? []);
      return value === undefined ? part : [{ ...(part[0] as CssToken), type: Delim, value }];
    });
    return matchValue(property, css.flat(), context);
  };
  const types = matchWith((values) => values[0]);
  const isMixed = samples.some((values) => values?.length === 2);
  return isMixed && !matchWith((values) => values.at(-1)) ? undefined : types;
}

function cleanMath(
  tokens: readonly CssToken[],
  vocabulary: Vocabulary,
  types: ReadonlySet<string> | undefined,
): readonly CssToken[] | undefined {
  if (types?.has('bare-length')) return undefined;
  const tokenDepths = mathDepths(tokens);
  const output: CssToken[] = [];
  for (const [at, token] of tokens.entries()) {
    const normalized = normalizeToken(token, vocabulary, tokenDepths[at] ?? 0);
    if (!normalized) return undefined;
    output.push(normalized);
  }
  return output;
}

function cleanToken(
  token: CssToken,
  vocabulary: Vocabulary,
  types: ReadonlySet<string> | undefined,
): readonly CssToken[] | undefined {
  const isName = types?.has('keyframes-name') || types?.has('family-name');
  if (isName && types?.has('custom-ident')) return [token];
  if (types?.has('bare-length')) return [{ ...token, type: Dimension, value: `${token.value}px` }];
  const isString = token.type === StringToken && (isName || types?.has('string'));
  const normalized = isString
    ? isName
      ? token
      : cleanString(token, types)
    : normalizeToken(token, vocabulary, 0);
  return normalized && [normalized];
}

/** Validates a string, which is path data or a font tag. */
function cleanString(
  token: CssToken,
  types: ReadonlySet<string> | undefined,
): CssToken | undefined {
  if (!types?.has('path-function') && !types?.has('property d')) {
    return /^[ -~]{4}$/.test(token.value) ? token : undefined;
  }
  const value = strictPathData(token.value);
  return value === undefined ? undefined : { ...token, value };
}

/** Parses by vocabulary only, since a variable can be anything. */
function parseByVocabulary(property: string, tokens: readonly CssToken[]): string | undefined {
  // A variable can contain a URL, which would be fetched here.
  if (property === 'cursor') return undefined;
  const vocabulary = vocabularyOf(property.startsWith('--') ? undefined : property);
  const tokenDepths = mathDepths(tokens);
  const output: CssToken[] = [];
  /** Expected token after `var(`. */
  let expected: 'name' | 'fallback' | undefined;
  for (const [at, token] of tokens.entries()) {
    if (expected === 'name' && token.type !== WhiteSpace) {
      if (token.type !== Ident || !token.value.startsWith('--')) return undefined;
      expected = 'fallback';
      output.push(token);
      continue;
    }
    if (expected === 'fallback' && token.type !== WhiteSpace) {
      if (token.type !== Comma && token.type !== RightParenthesis) return undefined;
      expected = undefined;
    }
    if (token.type === Url && !vocabulary.takesUrl) return undefined;
    const normalized = isVariable(token)
      ? token
      : normalizeToken(token, vocabulary, tokenDepths[at] ?? 0);
    if (!normalized) return undefined;
    if (isVariable(token)) expected = 'name';
    output.push(normalized);
  }
  return writeTokens(output);
}

const UNITS =
  /^[-+]?[\d.]+(?:e[-+]?\d+)?(?:r?em|r?ex|r?ch|r?ic|r?lh|r?cap|px|cm|mm|q|in|p[tc]|[sld]?v(?:w|h|min|max|i|b)|cq(?:w|h|i|b|min|max)|deg|g?rad|turn|m?s|dpi|dpcm|dppx|x)$/;

/** Canonical spelling of a token; `undefined` if it is not in the vocabulary. */
function normalizeToken(
  token: CssToken,
  { keywords, functions }: Vocabulary,
  mathDepth: number,
): CssToken | undefined {
  const { type, value } = token;
  const lower = value.toLowerCase();
  if (type === Ident) {
    if (mathDepth > 0) {
      return MATH_KEYWORDS.has(lower) || CHANNEL_KEYWORD.test(lower)
        ? { ...token, value: lower }
        : undefined;
    }
    const word = keywords.get(lower) ?? (CSS_WIDE.has(lower) ? lower : undefined);
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
  return SIMPLE_TYPES.has(type) ? token : undefined;
}

const SIMPLE_TYPES: ReadonlySet<number> = new Set([
  ...[tokenTypes.Number, tokenTypes.Percentage, tokenTypes.Comma, Url, WhiteSpace],
  ...[tokenTypes.LeftParenthesis, tokenTypes.RightParenthesis],
]);

/** Number of open math functions at each token. */
function mathDepths(tokens: readonly CssToken[]): readonly number[] {
  const open: boolean[] = [];
  return tokens.map((token) => {
    const depth = open.filter(Boolean).length;
    if (depthChange(token) > 0)
      open.push(token.type === FunctionToken && MATH_FUNCTIONS.has(token.value));
    else if (depthChange(token) < 0) open.pop();
    return depth;
  });
}

/** Fallback of a paint without its URL, or `none`; `undefined` for other properties. */
function paintFallback(
  property: string,
  tokens: readonly CssToken[],
  context: ValueContext,
): string | undefined {
  if (property !== 'fill' && property !== 'stroke') return undefined;
  const at = tokens.findIndex(({ type }) => type === Url);
  const fallback = trimWhiteSpace(tokens.slice(at + 1));
  if (at < 0) return undefined;
  return fallback.length === 0
    ? 'none'
    : (parseByDefinition(property, fallback, context) ?? 'none');
}
