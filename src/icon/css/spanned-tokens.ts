import { tokenize, tokenTypes } from 'css-tree';

/** A token of CSS, as it is written. */
export interface SpannedToken {
  readonly type: number;
  readonly text: string;
  /** Number of tokens up to the bracket that closes it; 1 for tokens that open none. */
  readonly span: number;
}

const CLOSERS: ReadonlyMap<number, readonly [type: number, text: string]> = new Map([
  [tokenTypes.Function, [tokenTypes.RightParenthesis, ')']],
  [tokenTypes.LeftParenthesis, [tokenTypes.RightParenthesis, ')']],
  [tokenTypes.LeftSquareBracket, [tokenTypes.RightSquareBracket, ']']],
  [tokenTypes.LeftCurlyBracket, [tokenTypes.RightCurlyBracket, '}']],
]);

/**
 * Reads CSS as tokens. Open blocks and strings at the end are closed, as in browsers, so that text
 * can be written after it. Source: CSS Syntax 3, 5.4.8.
 *
 * `a{b:url(c` → `a`, `{`, `b`, `:`, `url(c)`, `}`
 */
export function readTokens(css: string): readonly SpannedToken[] {
  const tokens: { type: number; text: string; span: number }[] = [];
  const open: number[] = [];
  const add = (type: number, text: string) => {
    const index = tokens.push({ type, text, span: 1 }) - 1;
    const start = open.at(-1) ?? -1;
    const opener = tokens[start];
    if (opener && CLOSERS.get(opener.type)?.[0] === type) {
      opener.span = index + 1 - start;
      open.pop();
    } else if (CLOSERS.has(type)) open.push(index);
  };
  tokenize(css, (type, start, end) => add(type, css.slice(start, end)));
  const final = tokens.at(-1);
  if (final) final.text += missingEnd(final);
  while (open.length > 0) {
    const closer = CLOSERS.get(tokens[open.at(-1) ?? -1]?.type ?? -1);
    if (closer) add(...closer);
  }
  return tokens;
}

/** Text that closes the last token of a sheet. */
function missingEnd({ type, text }: SpannedToken): string {
  let count = 0;
  tokenize(`${text}}`, () => {
    count += 1;
  });
  const isOpen = count === 1;
  if (!isOpen) return '';
  if (type === tokenTypes.String) return text.charAt(0);
  if (type === tokenTypes.Comment) return '*/';
  return type === tokenTypes.Url || type === tokenTypes.BadUrl ? ')' : '';
}

/** Index of the first token of a type outside of brackets; the length if there is none. */
export function indexOfType(
  tokens: readonly SpannedToken[],
  types: ReadonlySet<number>,
  start: number,
): number {
  let at = start;
  for (let token = tokens[at]; token && !types.has(token.type); token = tokens[at]) {
    at += token.span;
  }
  return at;
}

export function isSpace({ type }: SpannedToken): boolean {
  return type === tokenTypes.WhiteSpace || type === tokenTypes.Comment;
}

/** Tokens without the space and the comments around them. */
export function trimSpace(tokens: readonly SpannedToken[]): readonly SpannedToken[] {
  const start = tokens.findIndex((token) => !isSpace(token));
  const end = tokens.findLastIndex((token) => !isSpace(token)) + 1;
  return start < 0 ? [] : tokens.slice(start, end);
}

export function textOf(tokens: readonly SpannedToken[]): string {
  return tokens.map(({ text }) => text).join('');
}
