/**
 * Numbers and lists of numbers, by the grammar that browsers share for attributes.
 *
 * Source: SVG 2, 4.2 (`<number>`), which is CSS Values 4, 5.2: no digit is missing behind a point.
 */

/** Digits without backtracking, and a complete exponent. */
const NUMBER = /[-+]?(?:\d*\.\d+|\d+(?![\d.]))(?:[eE][-+]?\d+|(?![eE][^xm]))/y;
const WHITE_SPACE = /[ \t\n\f\r]*/y;
const COMMA_WSP = /[ \t\n\f\r]*,?[ \t\n\f\r]*/y;

/** Largest number of renderers, which use single precision. */
const MAX_FLOAT32 = 3.4028234663852886e38;

/** A number with its start and end offset. */
export interface NumberToken {
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

/** Reads the number at an offset; `undefined` if there is none. */
export function numberAt(text: string, at: number): NumberToken | undefined {
  NUMBER.lastIndex = at;
  const match = NUMBER.exec(text);
  if (!match) return undefined;
  const value = Number(match[0]);
  if (Math.abs(value) > MAX_FLOAT32) return undefined;
  return { value, start: at, end: NUMBER.lastIndex };
}

/** Replaces other white space by spaces, since HTML and XML read it differently. */
export function withPlainSpaces(text: string): string {
  return /[\t\n\f\r]/.test(text) ? text.replace(/[\t\n\f\r]/g, ' ') : text;
}

/** Offset after white space. */
export function skipWhiteSpace(text: string, at: number): number {
  WHITE_SPACE.lastIndex = at;
  WHITE_SPACE.exec(text);
  return WHITE_SPACE.lastIndex;
}

/** Offset after white space and at most one comma. */
export function skipCommaWsp(text: string, at: number): number {
  COMMA_WSP.lastIndex = at;
  COMMA_WSP.exec(text);
  return COMMA_WSP.lastIndex;
}

/** Checks whether there is a comma between two offsets. */
export function hasComma(text: string, from: number, to: number): boolean {
  // Not `indexOf`, which reads to the end of a text without one.
  for (let at = from; at < to; at++) if (text[at] === ',') return true;
  return false;
}

/** Parses one number with white space around it; `undefined` for anything else. */
export function parseNumber(text: string): number | undefined {
  const token = numberAt(text, skipWhiteSpace(text, 0));
  return token && skipWhiteSpace(text, token.end) === text.length ? token.value : undefined;
}

/**
 * Parses numbers with white space, one comma or nothing between them: `-417.7-527.8` and `1.5.5` are
 * two each. A comma at the start, at the end or beside another is an error. An empty list is `[]`.
 */
export function parseNumberList(text: string): readonly number[] | undefined {
  const numbers: number[] = [];
  let at = skipWhiteSpace(text, 0);
  let isAfterComma = false;
  while (at < text.length) {
    const token = numberAt(text, at);
    if (!token) return undefined;
    numbers.push(token.value);
    at = skipCommaWsp(text, token.end);
    isAfterComma = hasComma(text, token.end, at);
  }
  return isAfterComma ? undefined : numbers;
}

/**
 * Writes a number with the fewest digits that read back as it, without an exponent, which not every
 * SVG parser supports: `1e-7` is `0.0000001`.
 */
export function formatNumber(value: number): string {
  const short = String(value === 0 ? 0 : value);
  const [, sign = '', whole = '', fraction = '', exponent = ''] =
    /^(-?)(\d+)(?:\.(\d+))?e([-+]\d+)$/.exec(short) ?? [];
  if (whole === '') return short;
  const point = whole.length + Number(exponent);
  const digits = whole + fraction;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return sign + digits.padEnd(point, '0');
}
