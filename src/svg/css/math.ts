import { tokenTypes } from 'css-tree/tokenizer';
import {
  CHANNEL_KEYWORD,
  MATH_CONSTANTS,
  MATH_FUNCTIONS,
  ROUNDING_STRATEGIES,
} from './definitions.ts';
import type { CssToken } from './tokens.ts';

/*
 * Types of math functions: `calc(4)` is a number and no length, and so is `calc(8px / 2px)`.
 * Source: CSS Values 4, 10.2 (syntax and arguments) and 10.9 (types).
 */

const { Comma, Delim, Dimension, Function: FunctionToken, Ident, WhiteSpace } = tokenTypes;
const { LeftParenthesis, Number: NumberToken, Percentage, RightParenthesis } = tokenTypes;

/** Base types, each with a sample value. */
const SAMPLES = { length: '1px', angle: '1deg', time: '1s', resolution: '1x', percentage: '1%' };
type BaseType = keyof typeof SAMPLES;

/** Type of a calculation: powers of base types; a number has none. */
interface CalculationType {
  readonly powers: Readonly<Partial<Record<BaseType, number>>>;
  /** True if percentages were added to another type. */
  readonly isMixed?: true;
}

const NUMBER: CalculationType = { powers: {} };

/**
 * Sample values that match a definition if and only if the math function does: one, or one per type
 * if percentages are added to another. `undefined` if the calculation is invalid.
 *
 * `calc(4px + 10%)` → `1px`, `1%`; `calc(4 * 2)` → `1`; `calc(4 + 2px)` → nothing
 *
 * @param tokens the function from its name to its closing bracket
 */
export function sampleValues(tokens: readonly CssToken[]): readonly string[] | undefined {
  const type = new Calculation(tokens).read();
  if (!type) return undefined;
  const powers = Object.entries(type.powers).filter(([, power]) => power !== 0);
  const [[base, power] = [], ...more] = powers;
  if (base === undefined) return ['1'];
  if (more.length > 0 || power !== 1) return undefined;
  return [SAMPLES[base as BaseType], ...(type.isMixed ? [SAMPLES.percentage] : [])];
}

const UNIT = /[a-z]+$/i;
const UNITS: ReadonlyMap<string, BaseType> = new Map([
  ...['deg', 'grad', 'rad', 'turn'].map((unit) => [unit, 'angle'] as const),
  ...['s', 'ms'].map((unit) => [unit, 'time'] as const),
  ...['dpi', 'dpcm', 'dppx', 'x'].map((unit) => [unit, 'resolution'] as const),
]);

/** Reads one math function, token by token. */
class Calculation {
  private at = 0;
  private readonly tokens: readonly CssToken[];

  constructor(tokens: readonly CssToken[]) {
    this.tokens = tokens;
  }

  read(): CalculationType | undefined {
    const type = this.value();
    return this.at === this.tokens.length ? type : undefined;
  }

  private skipSpace(): boolean {
    const from = this.at;
    while (this.tokens[this.at]?.type === WhiteSpace) this.at += 1;
    return this.at > from;
  }

  private accept(type: number): boolean {
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
      const isSpaced = this.skipSpace() && hasSpace;
      // A sign is an operator only between spaces.
      if (isSpaced || !SIGN.test(token.value)) return token.value;
    }
    this.at = from;
    return undefined;
  }

  private sum(): CalculationType | undefined {
    this.skipSpace();
    let type = this.product();
    while (type && this.operator(SIGN)) type = addTypes(type, this.product());
    this.skipSpace();
    return type;
  }

  private product(): CalculationType | undefined {
    let type = this.value();
    while (type) {
      const operator = this.operator(/^[*/]$/);
      if (operator === undefined) break;
      type = multiplyTypes(type, this.value(), operator === '*' ? 1 : -1);
    }
    return type;
  }

  private value(): CalculationType | undefined {
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
      return MATH_CONSTANTS.has(word) || CHANNEL_KEYWORD.test(word) ? NUMBER : undefined;
    }
    if (token?.type === LeftParenthesis) {
      const type = this.sum();
      return this.accept(RightParenthesis) ? type : undefined;
    }
    return token?.type === FunctionToken && MATH_FUNCTIONS.has(token.value)
      ? this.functionCall(token.value)
      : undefined;
  }

  private functionCall(name: string): CalculationType | undefined {
    const isRounding = name === 'round';
    if (isRounding) this.acceptKeyword(ROUNDING_STRATEGIES);
    const args: CalculationType[] = [];
    do {
      const isUnbounded = name === 'clamp' && args.length !== 1 && this.acceptKeyword(NONE);
      const arg = isUnbounded ? undefined : this.sum();
      if (!isUnbounded && !arg) return undefined;
      if (arg) args.push(arg);
    } while (this.accept(Comma));
    return this.accept(RightParenthesis) ? functionType(name, args) : undefined;
  }

  /** Reads a keyword argument, with the comma after it if more follow. */
  private acceptKeyword(keywords: ReadonlySet<string>): boolean {
    const from = this.at;
    this.skipSpace();
    const token = this.tokens[this.at];
    if (token?.type === Ident && keywords.has(token.value.toLowerCase())) {
      this.at += 1;
      this.skipSpace();
      if (keywords !== ROUNDING_STRATEGIES || this.accept(Comma)) return true;
    }
    this.at = from;
    return false;
  }
}

const SIGN = /^[-+]$/;
const NONE: ReadonlySet<string> = new Set(['none']);

function isSameType(a: CalculationType, b: CalculationType): boolean {
  const bases = Object.keys(SAMPLES) as BaseType[];
  return bases.every((base) => (a.powers[base] ?? 0) === (b.powers[base] ?? 0));
}

const PERCENTAGE: CalculationType = { powers: { percentage: 1 } };

function addTypes(a: CalculationType, b: CalculationType | undefined): CalculationType | undefined {
  if (!b) return undefined;
  if (isSameType(a, b)) return a.isMixed ? a : b;
  const [other, percentage] = isSameType(b, PERCENTAGE) ? [a, b] : [b, a];
  const isSingleUnit = Object.values(other.powers).reduce((sum, power) => sum + power, 0) === 1;
  return isSameType(percentage, PERCENTAGE) && isSingleUnit
    ? { ...other, isMixed: true }
    : undefined;
}

function multiplyTypes(
  a: CalculationType,
  b: CalculationType | undefined,
  sign: 1 | -1,
): CalculationType | undefined {
  if (!b) return undefined;
  const powers = { ...a.powers };
  for (const [base, power] of Object.entries(b.powers) as [BaseType, number][]) {
    powers[base] = (powers[base] ?? 0) + sign * power;
  }
  return a.isMixed || b.isMixed ? { powers, isMixed: true } : { powers };
}

function functionType(name: string, args: readonly CalculationType[]): CalculationType | undefined {
  const [first, second] = args;
  if (!first) return undefined;
  const { length } = args;
  const all = args
    .slice(1)
    .reduce<CalculationType | undefined>((type, arg) => type && addTypes(type, arg), first);
  const areAllNumbers = args.every((arg) => isSameType(arg, NUMBER));
  const isAngle = isSameType(first, { powers: { angle: 1 } });
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
      return (length === 1 && areAllNumbers) || length === 2 ? all : undefined;
    case 'mod':
    case 'rem':
      return length === 2 ? all : undefined;
    case 'sin':
    case 'cos':
    case 'tan':
      return length === 1 && (areAllNumbers || isAngle) ? NUMBER : undefined;
    case 'asin':
    case 'acos':
    case 'atan':
      return length === 1 && areAllNumbers ? { powers: { angle: 1 } } : undefined;
    case 'atan2':
      return length === 2 && all && second ? { powers: { angle: 1 } } : undefined;
    case 'pow':
      return length === 2 && areAllNumbers ? NUMBER : undefined;
    case 'log':
      return length <= 2 && areAllNumbers ? NUMBER : undefined;
    default:
      return length === 1 && areAllNumbers ? NUMBER : undefined;
  }
}
