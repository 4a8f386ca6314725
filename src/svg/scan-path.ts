import { ARGUMENT_COUNTS } from './path-commands.ts';

const [MOVE, ARC, CLOSE, EXPONENT, FIRST_LETTER] = [0x6d, 0x61, 0x7a, 0x65, 0x41];
const [COMMA, PLUS, MINUS, POINT, ZERO, ONE, NINE] = [0x2c, 0x2b, 0x2d, 0x2e, 0x30, 0x31, 0x39];
/** Bit that is set in lower-case letters. */
const LOWER_CASE_BIT = 0x20;
/** Most digits of a number that is safe for renderers. */
const MAX_DIGITS = 30;

/** Stands for the end of a text; no path data contains it. */
const END = 0;

/**
 * Checks whether path data is valid to its last character, by the grammar of `readPath`. Scans the
 * characters once without creating values; also `false` for rare cases that need parsing: exponents
 * and numbers with many digits. Source: SVG 2, 9.3.9.
 *
 * One function, since all path data of a source and of its symbol is scanned.
 */
export function isSimplePath(d: string): boolean {
  const { length } = d;
  const codeAt = (offset: number): number => (offset < length ? d.charCodeAt(offset) : END);
  let at = 0;
  let code = codeAt(0);
  while (isSpace(code)) code = codeAt(++at);
  if ((code | LOWER_CASE_BIT) !== MOVE) return false;
  while (at < length) {
    const command = code | LOWER_CASE_BIT;
    const argumentCount = command < ARGUMENT_COUNTS.length ? ARGUMENT_COUNTS[command] : -1;
    if (argumentCount === undefined || argumentCount < 0) return false;
    code = codeAt(++at);
    while (isSpace(code)) code = codeAt(++at);
    if (command === CLOSE) continue;
    let hasComma = false;
    do {
      for (let index = 0; index < argumentCount; index++) {
        if (command === ARC && (index === 3 || index === 4)) {
          if (code !== ZERO && code !== ONE) return false;
          code = codeAt(++at);
        } else {
          if (code === MINUS || code === PLUS) code = codeAt(++at);
          const first = at;
          while (code >= ZERO && code <= NINE) code = codeAt(++at);
          const whole = at - first;
          if (code === POINT) {
            const point = ++at;
            code = codeAt(at);
            while (code >= ZERO && code <= NINE) code = codeAt(++at);
            if (at === point) return false;
          } else if (whole === 0) return false;
          const isExponent = (code | LOWER_CASE_BIT) === EXPONENT;
          if (isExponent || whole > MAX_DIGITS) return false;
        }
        hasComma = false;
        while (isSpace(code)) code = codeAt(++at);
        if (code !== COMMA) continue;
        hasComma = true;
        code = codeAt(++at);
        while (isSpace(code)) code = codeAt(++at);
      }
    } while (at < length && code < FIRST_LETTER);
    // Not every browser continues after a comma before a letter, and none after one at the end.
    if (hasComma) return false;
  }
  return true;
}

function isSpace(code: number): boolean {
  return (
    code <= 0x20 &&
    (code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d || code === 0x0c)
  );
}
