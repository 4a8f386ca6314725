import { tokenTypes } from 'css-tree/tokenizer';
import { CHANNEL, MATH_CONSTANTS, MATH_FUNCTIONS, ROUNDING } from './definitions.ts';
import type { Token } from './tokens.ts';

/*
 * Types of math functions: `calc(4)` is a number and no length, and so is `calc(8px / 2px)`.
 * Source: CSS Values 4, 10.2 (syntax and arguments) and 10.9 (types).
 */

const { Comma, Delim, Dimension, Function: FunctionToken, Ident, WhiteSpace } = tokenTypes;
const { LeftParenthesis, Number: NumberToken, Percentage, RightParenthesis } = tokenTypes;

/** Base types, each with a sample value. */
const SAMPLES = { length: '1px', angle: '1deg', time: '1s', resolution: '1x', percentage: '1%' };
type Base = keyof typeof SAMPLES;

/** Type of a calculation: powers of base types; a number has none. */
interface Type {
  readonly powers: Readonly<Partial<Record<Base, number>>>;
  /** True if percentages were added to another type. */
  readonly isMixed?: true;
}

const NUMBER: Type = { powers: {} };

/**
 * Sample values that match a definition if and only if the math function does: one, or one per type
 * if percentages are added to another. `undefined` if the calculation is invalid.
 *
 * `calc(4px + 10%)` → `1px`, `1%`; `calc(4 * 2)` → `1`; `calc(4 + 2px)` → nothing
 *
 * @param tokens the function from its name to its closing bracket
 */
export function samplesOf(tokens: readonly Token[]): readonly string[] | undefined {
  const type = new Calculation(tokens).read();
  if (!type) return undefined;
  const powers = Object.entries(type.powers).filter(([, power]) => power !== 0);
  const [[base, power] = [], ...more] = powers;
  if (base === undefined) return ['1'];
  if (more.length > 0 || power !== 1) return undefined;
  return [SAMPLES[base as Base], ...(type.isMixed ? [SAMPLES.percentage] : [])];
}

const UNIT = /[a-z]+$/i;
const UNITS: ReadonlyMap<string, Base> = new Map([
  ...['deg', 'grad', 'rad', 'turn'].map((unit) => [unit, 'angle'] as const),
  ...['s', 'ms'].map((unit) => [unit, 'time'] as const),
  ...['dpi', 'dpcm', 'dppx', 'x'].map((unit) => [unit, 'resolution'] as const),
]);

/** Reads one math function, token by token. */
class Calculation {
  private at = 0;
  private readonly tokens: readonly Token[];

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  read(): Type | undefined {
    const type = this.value();
    return this.at === this.tokens.length ? type : undefined;
  }

  private skipSpace(): boolean {
    const from = this.at;
    while (this.tokens[this.at]?.type === WhiteSpace) this.at += 1;
    return this.at > from;
  }

  private takes(type: number): boolean {
    if (this.tokens[this.at]?.type !== type) return false;
    this.at += 1;
    return true;
  }

  /** Reads an operator that matches; consumes nothing if there is none. */
  private operator(pattern: RegExp): string | undefined {
    const from = this.at;
    const hasSpace = this.skipSpace();
    const token = this.tokens[this.at];
    if (token?.type === Delim && pattern.test(token.value)) {
      this.at += 1;
      const isApart = this.skipSpace() && hasSpace;
      // A sign is an operator only between spaces.
      if (isApart || !SIGN.test(token.value)) return token.value;
    }
    this.at = from;
    return undefined;
  }

  private sum(): Type | undefined {
    this.skipSpace();
    let type = this.product();
    while (type && this.operator(SIGN)) type = added(type, this.product());
    this.skipSpace();
    return type;
  }

  private product(): Type | undefined {
    let type = this.value();
    while (type) {
      const operator = this.operator(/^[*/]$/);
      if (operator === undefined) break;
      type = multiplied(type, this.value(), operator === '*' ? 1 : -1);
    }
    return type;
  }

  private value(): Type | undefined {
    const token = this.tokens[this.at];
    this.at += 1;
    if (token?.type === NumberToken) return NUMBER;
    if (token?.type === Percentage) return { powers: { percentage: 1 } };
    if (token?.type === Dimension) {
      const [unit = ''] = UNIT.exec(token.value) ?? [];
      return { powers: { [UNITS.get(unit.toLowerCase()) ?? 'length']: 1 } };
    }
    if (token?.type === Ident) {
      const word = token.value.toLowerCase();
      return MATH_CONSTANTS.has(word) || CHANNEL.test(word) ? NUMBER : undefined;
    }
    if (token?.type === LeftParenthesis) {
      const type = this.sum();
      return this.takes(RightParenthesis) ? type : undefined;
    }
    return token?.type === FunctionToken && MATH_FUNCTIONS.has(token.value)
      ? this.call(token.value)
      : undefined;
  }

  private call(name: string): Type | undefined {
    const isRounding = name === 'round';
    if (isRounding) this.word(ROUNDING);
    const args: Type[] = [];
    do {
      const isOpen = name === 'clamp' && args.length !== 1 && this.word(NONE);
      const arg = isOpen ? undefined : this.sum();
      if (!isOpen && !arg) return undefined;
      if (arg) args.push(arg);
    } while (this.takes(Comma));
    return this.takes(RightParenthesis) ? resultOf(name, args) : undefined;
  }

  /** Reads a keyword argument, with the comma after it if more follow. */
  private word(words: ReadonlySet<string>): boolean {
    const from = this.at;
    this.skipSpace();
    const token = this.tokens[this.at];
    if (token?.type === Ident && words.has(token.value.toLowerCase())) {
      this.at += 1;
      this.skipSpace();
      if (words !== ROUNDING || this.takes(Comma)) return true;
    }
    this.at = from;
    return false;
  }
}

const SIGN = /^[-+]$/;
const NONE: ReadonlySet<string> = new Set(['none']);

function isSame(a: Type, b: Type): boolean {
  const bases = Object.keys(SAMPLES) as Base[];
  return bases.every((base) => (a.powers[base] ?? 0) === (b.powers[base] ?? 0));
}

const PERCENTAGE: Type = { powers: { percentage: 1 } };

function added(a: Type, b: Type | undefined): Type | undefined {
  if (!b) return undefined;
  if (isSame(a, b)) return a.isMixed ? a : b;
  const [other, percentage] = isSame(b, PERCENTAGE) ? [a, b] : [b, a];
  const isWhole = Object.values(other.powers).reduce((sum, power) => sum + power, 0) === 1;
  return isSame(percentage, PERCENTAGE) && isWhole ? { ...other, isMixed: true } : undefined;
}

function multiplied(a: Type, b: Type | undefined, sign: 1 | -1): Type | undefined {
  if (!b) return undefined;
  const powers = { ...a.powers };
  for (const [base, power] of Object.entries(b.powers) as [Base, number][]) {
    powers[base] = (powers[base] ?? 0) + sign * power;
  }
  return a.isMixed || b.isMixed ? { powers, isMixed: true } : { powers };
}

function resultOf(name: string, args: readonly Type[]): Type | undefined {
  const [first, second] = args;
  if (!first) return undefined;
  const { length } = args;
  const all = args
    .slice(1)
    .reduce<Type | undefined>((type, arg) => type && added(type, arg), first);
  const areNumbers = args.every((arg) => isSame(arg, NUMBER));
  const isAngle = isSame(first, { powers: { angle: 1 } });
  switch (name) {
    case 'calc':
    case 'abs':
      return length === 1 ? first : undefined;
    case 'sign':
      return length === 1 ? NUMBER : undefined;
    case 'min':
    case 'max':
    case 'hypot':
      return all;
    case 'clamp':
      return length <= 3 ? all : undefined;
    case 'round':
      return (length === 1 && areNumbers) || length === 2 ? all : undefined;
    case 'mod':
    case 'rem':
      return length === 2 ? all : undefined;
    case 'sin':
    case 'cos':
    case 'tan':
      return length === 1 && (areNumbers || isAngle) ? NUMBER : undefined;
    case 'asin':
    case 'acos':
    case 'atan':
      return length === 1 && areNumbers ? { powers: { angle: 1 } } : undefined;
    case 'atan2':
      return length === 2 && all && second ? { powers: { angle: 1 } } : undefined;
    case 'pow':
      return length === 2 && areNumbers ? NUMBER : undefined;
    case 'log':
      return length <= 2 && areNumbers ? NUMBER : undefined;
    default:
      return length === 1 && areNumbers ? NUMBER : undefined;
  }
}
