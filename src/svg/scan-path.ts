/** Number of arguments of a command, by its lower-case character code. */
const ARGUMENT_COUNTS: readonly number[] = Object.entries({
  m: 2,
  l: 2,
  h: 1,
  v: 1,
  c: 6,
  s: 4,
  q: 4,
  t: 2,
  a: 7,
  z: 0,
}).reduce((counts, [letter, count]) => {
  counts[letter.charCodeAt(0)] = count;
  return counts;
}, new Array<number>(128).fill(-1));

const [MOVE, ARC, CLOSE, FIRST_LETTER] = [0x6d, 0x61, 0x7a, 0x41];
const [COMMA, PLUS, MINUS, POINT, ZERO, ONE, NINE] = [0x2c, 0x2b, 0x2d, 0x2e, 0x30, 0x31, 0x39];
/** Bit that is set in lower-case letters. */
const LOWER_CASE_BIT = 0x20;
/** Most digits of a number that is safe for renderers. */
const MAX_DIGITS = 30;

/**
 * Checks whether path data is valid to its last character, by the grammar of `readPath`. Scans the
 * characters once without creating values; also `false` for rare cases that need parsing: exponents
 * and numbers with many digits. Source: SVG 2, 9.3.9.
 */
export function isSimplePath(d: string): boolean {
  const { length } = d;
  let at = skipSpace(d, 0);
  if ((d.charCodeAt(at) | LOWER_CASE_BIT) !== MOVE) return false;
  while (at < length) {
    const command = d.charCodeAt(at) | LOWER_CASE_BIT;
    const argumentCount = ARGUMENT_COUNTS[command] ?? -1;
    if (argumentCount < 0) return false;
    at = skipSpace(d, at + 1);
    if (command === CLOSE) continue;
    let end = at;
    do {
      for (let index = 0; index < argumentCount; index++) {
        const isFlag = command === ARC && (index === 3 || index === 4);
        end = isFlag ? flagEnd(d, at) : numberEnd(d, at);
        if (end < 0) return false;
        at = skipSpace(d, end);
        if (d.charCodeAt(at) === COMMA) at = skipSpace(d, at + 1);
      }
    } while (at < length && d.charCodeAt(at) < FIRST_LETTER);
    // Not every browser continues after a comma before a letter, and none after one at the end.
    if (d.charCodeAt(skipSpace(d, end)) === COMMA) return false;
  }
  return true;
}

function skipSpace(d: string, from: number): number {
  let at = from;
  for (;;) {
    const code = d.charCodeAt(at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x09 && code !== 0x0d && code !== 0x0c) {
      return at;
    }
    at += 1;
  }
}

function flagEnd(d: string, at: number): number {
  const code = d.charCodeAt(at);
  return code === ZERO || code === ONE ? at + 1 : -1;
}

/** Offset after a number; -1 if there is none, or if it needs parsing. */
function numberEnd(d: string, from: number): number {
  let at = from;
  const sign = d.charCodeAt(at);
  if (sign === MINUS || sign === PLUS) at += 1;
  const first = at;
  at = skipDigits(d, at);
  const whole = at - first;
  if (d.charCodeAt(at) === POINT) {
    const point = at + 1;
    at = skipDigits(d, point);
    if (at === point) return -1;
  } else if (whole === 0) return -1;
  const isExponent = (d.charCodeAt(at) | LOWER_CASE_BIT) === 0x65;
  return isExponent || whole > MAX_DIGITS ? -1 : at;
}

function skipDigits(d: string, from: number): number {
  let at = from;
  for (;;) {
    const code = d.charCodeAt(at);
    if (!(code >= ZERO && code <= NINE)) return at;
    at += 1;
  }
}
