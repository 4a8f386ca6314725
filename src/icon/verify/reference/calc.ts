import { absoluteToPx, parseLength } from '../../../svg/length.ts';
import { formatNumber } from '../../../svg/numbers.ts';
import { Unsupported } from './unsupported.ts';

const CALC = /(?<![-\w])calc\(/i;
const TOKEN = /\s*((?:\d*\.)?\d+(?:e[-+]?\d+)?(?:[a-z]+|%)?|calc\(|[-+*/()])\s*/iy;

/**
 * Replaces each `calc()` of a value by its result, lengths in px.
 *
 * @throws {Unsupported} if it depends on the page or the font
 */
export function resolveCalc(value: string): string {
  if (!CALC.test(value)) return value;
  let text = value;
  for (let match = CALC.exec(text); match; match = CALC.exec(text)) {
    const reader = new CalcReader(text, match.index + match[0].length - 1);
    const result = reader.operand();
    text = text.slice(0, match.index) + formatNumber(result) + text.slice(reader.at);
  }
  return text;
}

/** Parser of `calc()`. Source: CSS Values 4, 10.1. */
class CalcReader {
  at: number;
  readonly #text: string;

  constructor(text: string, at: number) {
    this.#text = text;
    this.at = at;
  }

  operand(): number {
    const token = this.#next();
    if (token === '-' || token === '+') return (token === '-' ? -1 : 1) * this.operand();
    if (token === '(' || token.toLowerCase() === 'calc(') {
      const value = this.#sum();
      if (this.#next() !== ')') this.#refuse();
      return value;
    }
    const length = parseLength(token);
    return (length && absoluteToPx(length)) ?? this.#refuse();
  }

  #sum(): number {
    let value = this.#product();
    for (let token = this.#peek(); token === '+' || token === '-'; token = this.#peek()) {
      this.#next();
      const other = this.#product();
      value += token === '+' ? other : -other;
    }
    return value;
  }

  #product(): number {
    let value = this.operand();
    for (let token = this.#peek(); token === '*' || token === '/'; token = this.#peek()) {
      this.#next();
      const other = this.operand();
      value = token === '*' ? value * other : value / other;
    }
    return value;
  }

  #peek(): string {
    const { at } = this;
    const token = this.#next();
    this.at = at;
    return token;
  }

  #next(): string {
    TOKEN.lastIndex = this.at;
    const [, token] = TOKEN.exec(this.#text) ?? [];
    if (token === undefined) return this.#refuse();
    this.at = TOKEN.lastIndex;
    return token;
  }

  #refuse(): never {
    throw new Unsupported(`the value ${this.#text.slice(0, 60)}`);
  }
}
