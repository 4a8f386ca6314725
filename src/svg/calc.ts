/**
 * Values of math functions of numbers and percentages.
 *
 * Source: CSS Values 4, 10. Functions other than `calc()`, `min()`, `max()` and `clamp()` are not
 * computed.
 */

interface CalcValue {
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
  const value = new MathReader(tokens).readAll();
  return value && Number.isFinite(value.number)
    ? `${value.number}${value.isPercent ? '%' : ''}`
    : undefined;
}

const NUMBER = /^[-+]?(?:\d*\.)?\d+(?:e[-+]?\d+)?%?$/i;
const TOKEN = /[-+]?(?:\d*\.)?\d+(?:e[-+]?\d+)?%?|(?:calc|min|max|clamp)\(|\s+|[-+*/(),]/gi;

class MathReader {
  private at = 0;
  private readonly tokens: readonly string[];

  constructor(tokens: readonly string[]) {
    this.tokens = tokens;
  }

  readAll(): CalcValue | undefined {
    const value = this.value();
    return this.at === this.tokens.length ? value : undefined;
  }

  private skipSpace(): void {
    while (this.tokens[this.at]?.trim() === '') this.at += 1;
  }

  private accept(token: string): boolean {
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

  private sum(): CalcValue | undefined {
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

  private product(): CalcValue | undefined {
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

  private value(): CalcValue | undefined {
    const token = this.tokens[this.at] ?? '';
    this.at += 1;
    if (NUMBER.test(token)) {
      return { number: Number.parseFloat(token), isPercent: token.endsWith('%') };
    }
    if (!token.endsWith('(')) return undefined;
    const args: CalcValue[] = [];
    do {
      const arg = this.sum();
      if (!arg) return undefined;
      args.push(arg);
    } while (this.accept(','));
    return this.accept(')') ? applyFunction(token.slice(0, -1).toLowerCase(), args) : undefined;
  }
}

function applyFunction(name: string, args: readonly CalcValue[]): CalcValue | undefined {
  const [first] = args;
  if (!first || args.some(({ isPercent }) => isPercent !== first.isPercent)) return undefined;
  const numbers = args.map(({ number }) => number);
  const withNumber = (number: number): CalcValue => ({ ...first, number });
  if (name === 'min') return withNumber(Math.min(...numbers));
  if (name === 'max') return withNumber(Math.max(...numbers));
  if (name === 'clamp') {
    const [lower = 0, value = 0, upper = 0] = numbers;
    return numbers.length === 3 ? withNumber(Math.max(lower, Math.min(value, upper))) : undefined;
  }
  return args.length === 1 ? first : undefined;
}
