/**
 * Values of math functions of numbers and percentages.
 *
 * Source: CSS Values 4, 10. Functions other than `calc()`, `min()`, `max()` and `clamp()` are not
 * computed.
 */

interface Value {
  readonly number: number;
  readonly isPercent: boolean;
}

/**
 * Computes a math function; `undefined` if its value is unknown.
 *
 * `calc(100 + 2 * 50)` → `200`, `max(10%, 20%)` → `20%`
 */
export function computeMath(text: string): string | undefined {
  const tokens = text.match(TOKEN) ?? [];
  if (tokens.join('') !== text) return undefined;
  const value = new Reader(tokens).whole();
  return value && Number.isFinite(value.number)
    ? `${value.number}${value.isPercent ? '%' : ''}`
    : undefined;
}

const NUMBER = /^[-+]?(?:\d*\.)?\d+(?:e[-+]?\d+)?%?$/i;
const TOKEN = /[-+]?(?:\d*\.)?\d+(?:e[-+]?\d+)?%?|(?:calc|min|max|clamp)\(|\s+|[-+*/(),]/gi;

class Reader {
  private at = 0;
  private readonly tokens: readonly string[];

  constructor(tokens: readonly string[]) {
    this.tokens = tokens;
  }

  whole(): Value | undefined {
    const value = this.value();
    return this.at === this.tokens.length ? value : undefined;
  }

  private skipSpace(): void {
    while (this.tokens[this.at]?.trim() === '') this.at += 1;
  }

  private takes(token: string): boolean {
    if (this.tokens[this.at] !== token) return false;
    this.at += 1;
    return true;
  }

  /** Reads an operator; signs are operators only between spaces. */
  private operator(pattern: RegExp): string | undefined {
    const from = this.at;
    this.skipSpace();
    const hasSpace = this.at > from;
    const token = this.tokens[this.at] ?? '';
    if (pattern.test(token)) {
      const isSpaced = hasSpace && this.tokens[this.at + 1]?.trim() === '';
      if (isSpaced || /[*/]/.test(token)) {
        this.at += 1;
        this.skipSpace();
        return token;
      }
    }
    this.at = from;
    return undefined;
  }

  private sum(): Value | undefined {
    this.skipSpace();
    let value = this.product();
    for (let sign = value && this.operator(/^[-+]$/); value && sign; ) {
      const next = this.product();
      if (!next || next.isPercent !== value.isPercent) return undefined;
      value = { ...value, number: value.number + (sign === '-' ? -1 : 1) * next.number };
      sign = this.operator(/^[-+]$/);
    }
    this.skipSpace();
    return value;
  }

  private product(): Value | undefined {
    let value = this.value();
    for (let sign = value && this.operator(/^[*/]$/); value && sign; ) {
      const next = this.value();
      if (!next || (next.isPercent && (sign === '/' || value.isPercent))) return undefined;
      const isPercent: boolean = value.isPercent || next.isPercent;
      const number: number = sign === '*' ? value.number * next.number : value.number / next.number;
      value = { number, isPercent };
      sign = this.operator(/^[*/]$/);
    }
    return value;
  }

  private value(): Value | undefined {
    const token = this.tokens[this.at] ?? '';
    this.at += 1;
    if (NUMBER.test(token)) {
      return { number: Number.parseFloat(token), isPercent: token.endsWith('%') };
    }
    if (!token.endsWith('(')) return undefined;
    const args: Value[] = [];
    do {
      const arg = this.sum();
      if (!arg) return undefined;
      args.push(arg);
    } while (this.takes(','));
    return this.takes(')') ? applied(token.slice(0, -1).toLowerCase(), args) : undefined;
  }
}

function applied(name: string, args: readonly Value[]): Value | undefined {
  const [first] = args;
  if (!first || args.some(({ isPercent }) => isPercent !== first.isPercent)) return undefined;
  const numbers = args.map(({ number }) => number);
  const of = (number: number): Value => ({ ...first, number });
  if (name === 'min') return of(Math.min(...numbers));
  if (name === 'max') return of(Math.max(...numbers));
  if (name === 'clamp') {
    const [least = 0, value = 0, most = 0] = numbers;
    return numbers.length === 3 ? of(Math.max(least, Math.min(value, most))) : undefined;
  }
  return args.length === 1 ? first : undefined;
}
