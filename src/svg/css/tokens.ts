import { tokenize, tokenTypes } from 'css-tree/tokenizer';
import { ident, string, url } from 'css-tree/utils';

/** A decoded CSS token. */
export interface CssToken {
  readonly type: number;
  /**
   * Decoded value: a name without escapes, a string without quotes, the address of a `url()`; any
   * other token as written, a dimension with its unit in lower case.
   */
  readonly value: string;
  /** Offset in the text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

const {
  AtKeyword,
  BadString,
  BadUrl,
  Comment,
  Dimension,
  Function: FunctionToken,
  Hash,
  Ident,
  LeftCurlyBracket,
  LeftParenthesis,
  LeftSquareBracket,
  RightCurlyBracket,
  RightParenthesis,
  RightSquareBracket,
  String: StringToken,
  Url,
  WhiteSpace,
} = tokenTypes;

/**
 * Preprocesses text for the tokenizer: one kind of line break, no U+0000. An attribute has no byte
 * order mark, so the tokenizer is prevented from skipping one.
 * Source: CSS Syntax 3, 3.3.
 */
function preprocess(css: string): string {
  const text = css.replace(/\r\n?|\f/g, '\n').replaceAll('\0', '\ufffd');
  return text.startsWith('\ufeff') ? `/**/${text}` : text;
}

/** `url(` with escapes, which starts a URL, too. */
const ESCAPED_URL =
  /^(?:u|\\0{0,4}[57]5\s?)(?:r|\\0{0,4}[57]2\s?|\\r)(?:l|\\0{0,4}[46]c\s?|\\l)\($/i;

/**
 * Tokenizes CSS; comments become white space. Source: CSS Syntax 3, 4.
 *
 * `u\72l(#a) RED` → url `#a`, white space, ident `RED`
 */
export function readTokens(css: string): readonly CssToken[] {
  const text = preprocess(css);
  const tokens: CssToken[] = [];
  let escapedUrlStart = -1;
  tokenize(text, (type, start, end) => {
    if (escapedUrlStart >= 0) return;
    const raw = text.slice(start, end);
    if (type === FunctionToken && raw.includes('\\') && ESCAPED_URL.test(raw))
      escapedUrlStart = start;
    else
      tokens.push({
        type: type === Comment ? WhiteSpace : type,
        value: decodeToken(type, raw),
        start,
        end,
      });
  });
  if (escapedUrlStart >= 0) {
    const openTypes = text.indexOf('(', escapedUrlStart);
    return readTokens(`${text.slice(0, escapedUrlStart)}url${text.slice(openTypes)}`);
  }
  return joinQuotedUrls(tokens);
}

function decodeToken(type: number, raw: string): string {
  switch (type) {
    case Ident:
      return ident.decode(raw);
    case FunctionToken:
      return ident.decode(raw.slice(0, -1)).toLowerCase();
    case AtKeyword:
    case Hash:
      return ident.decode(raw.slice(1));
    case StringToken:
      return string.decode(raw);
    case Url:
      return url.decode(raw);
    case Dimension: {
      const [number = ''] = NUMBER.exec(raw) ?? [];
      return number + ident.decode(raw.slice(number.length)).toLowerCase();
    }
    case WhiteSpace:
    case Comment:
      return ' ';
    default:
      return raw;
  }
}

/** A number of a dimension. Source: CSS Syntax 3, 4.3.12. */
const NUMBER = /^[-+]?(?:\d+\.?\d+|\.?\d+)(?:e[-+]?\d+)?/i;

/** Joins `url("…")` to one token, which is a function and a string in the tokenizer. */
function joinQuotedUrls(tokens: readonly CssToken[]): readonly CssToken[] {
  if (!tokens.some(isQuotedUrl)) return tokens;
  const joined: CssToken[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as CssToken;
    const address = isQuotedUrl(token) ? nextNonSpace(tokens, at) : -1;
    const close = nextNonSpace(tokens, address);
    const { value, end } = tokens[close] ?? tokens[address] ?? token;
    // The end of the text closes open functions. Source: CSS Syntax 3, 5.4.9.
    const isClosed = close === tokens.length || value === ')';
    if (tokens[address]?.type === StringToken && isClosed) {
      joined.push({ ...token, type: Url, value: tokens[address].value, end });
      at = close;
    } else joined.push(token);
  }
  return joined;
}

/** Index of the next token that is not white space. */
function nextNonSpace(tokens: readonly CssToken[], at: number): number {
  let next = at + 1;
  while (tokens[next]?.type === WhiteSpace) next += 1;
  return next;
}

function isQuotedUrl({ type, value }: CssToken): boolean {
  return type === FunctionToken && value === 'url';
}

function isNotSpace({ type }: CssToken): boolean {
  return type !== WhiteSpace;
}

/** Closing token types by opening ones. */
const CLOSING_TYPES: ReadonlyMap<number, number> = new Map([
  [FunctionToken, RightParenthesis],
  [LeftParenthesis, RightParenthesis],
  [LeftSquareBracket, RightSquareBracket],
  [LeftCurlyBracket, RightCurlyBracket],
]);
const CLOSING_BRACKETS: ReadonlyMap<number, string> = new Map([
  [RightParenthesis, ')'],
  [RightSquareBracket, ']'],
  [RightCurlyBracket, '}'],
]);

/**
 * Adds closing brackets that are missing at the end; `undefined` for unmatched closing brackets and
 * unterminated strings or URLs, which make a value invalid.
 */
export function closeBrackets(tokens: readonly CssToken[]): readonly CssToken[] | undefined {
  const openTypes: number[] = [];
  for (const { type } of tokens) {
    if (type === BadString || type === BadUrl) return undefined;
    const closer = CLOSING_TYPES.get(type);
    if (closer !== undefined) openTypes.push(closer);
    else if (CLOSING_BRACKETS.has(type) && openTypes.pop() !== type) return undefined;
  }
  const end = tokens.at(-1)?.end ?? 0;
  const missing = openTypes.reverse().map((type) => {
    return { type, value: CLOSING_BRACKETS.get(type) as string, start: end, end };
  });
  return missing.length === 0 ? tokens : [...tokens, ...missing];
}

/** Change of bracket depth by a token: 1, -1 or 0. */
export function depthChange({ type }: CssToken): number {
  return CLOSING_TYPES.has(type) ? 1 : CLOSING_BRACKETS.has(type) ? -1 : 0;
}

/** Tokens without white space at both ends. */
export function trimWhiteSpace(tokens: readonly CssToken[]): readonly CssToken[] {
  const start = tokens.findIndex(isNotSpace);
  return start < 0 ? [] : tokens.slice(start, tokens.findLastIndex(isNotSpace) + 1);
}

const SIGNED = /^[-+][\d.]/;

/** Serializes tokens in canonical spelling, which parses to the same tokens. */
export function writeTokens(tokens: readonly CssToken[]): string {
  let css = '';
  let hasSpace = false;
  let previousType = -1;
  for (const token of trimWhiteSpace(tokens)) {
    if (token.type === WhiteSpace) {
      hasSpace = true;
      continue;
    }
    const text = writeToken(token);
    const isAttached = css === '' || /[(,]$/.test(css) || /^[),]/.test(text);
    // `both+3ms` are two values, which not every parser separates.
    const isSeparated = hasSpace || (previousType === Ident && SIGNED.test(text));
    if (isSeparated && !isAttached) css += ' ';
    css += text;
    hasSpace = false;
    previousType = token.type;
  }
  return css;
}

function writeToken({ type, value }: CssToken): string {
  switch (type) {
    case Ident:
      return ident.encode(value);
    case FunctionToken:
      return `${ident.encode(value)}(`;
    case AtKeyword:
      return `@${ident.encode(value)}`;
    case Hash:
      return `#${/^[-\w]*$/.test(value) ? value : ident.encode(value)}`;
    case StringToken:
      return string.encode(value);
    case Url:
      return `url(${value.startsWith('#') ? value : url.encode(value).slice(4, -1)})`;
    default:
      return value;
  }
}
