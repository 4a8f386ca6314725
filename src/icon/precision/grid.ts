/** Grid to round to. */
export interface Rounding {
  /** Distance of its lines, in units of the viewBox: 1, 2 or 5 times a power of ten. */
  readonly step: number;
  /** Most digits after the decimal point, for values that must be off the grid. */
  readonly maxDigits: number;
}

/** Steps of grids: 1, 2 and 5 times powers of ten, since their multiples need the fewest digits. */
const MANTISSAS = [5, 2, 1];

/**
 * Steps of grids, coarsest first: from the largest one allowed to the last whose multiples have at
 * most so many digits after the decimal point.
 *
 * `gridSteps(0.125, 2)` → `[0.1, 0.05, 0.02, 0.01]`
 */
export function gridSteps(largest: number, maxDigits: number): readonly number[] {
  const steps: number[] = [];
  const first = Math.max(0, Math.ceil(Math.log10(largest)));
  for (let exponent = first; exponent >= -maxDigits; exponent--) {
    for (const mantissa of MANTISSAS) {
      const step = Number(`${mantissa}e${exponent}`);
      if (step <= largest) steps.push(step);
    }
  }
  return steps;
}

/** Rounds to a multiple of a step, without the error of a binary fraction. */
export function roundedTo(value: number, step: number): number {
  const digits = Math.max(0, Math.ceil(-Math.log10(step)));
  return Number((Math.round(value / step) * step).toFixed(digits));
}
