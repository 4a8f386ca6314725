/** Numbers of a path, rounded and written as svgo does, for one number of digits. */
export interface Decimals {
  /** Power of ten that makes rounded numbers whole. */
  readonly scale: number;
  /** Largest difference that svgo ignores. */
  readonly tolerance: number;
  /** Rounds, to one digit less if that is close enough. */
  readonly round: (value: number) => number;
  /** Shortest text of a rounded number, which is given in whole steps (0.25 → 250). */
  readonly textOf: (steps: number) => string;
  /** Length of numbers in a row, with the spaces that they need. */
  readonly rowLength: (steps: ArrayLike<number>, count: number) => number;
}

/** Steps for which texts are cached: coordinates of usual icons. */
const CACHED_STEPS = 32_768;

/** Most digits for which all numbers in use are written without an exponent. */
const MAX_DIGITS = 6;

const DEFAULT_DIGITS = 3;

/** Digits of a plugin's options; `undefined` if there are other options or unusual digits. */
export function knownDigits(params: object): number | undefined {
  const { floatPrecision = DEFAULT_DIGITS, ...others }: { floatPrecision?: unknown } = params;
  const isKnown =
    typeof floatPrecision === 'number' &&
    Number.isInteger(floatPrecision) &&
    floatPrecision >= 1 &&
    floatPrecision <= MAX_DIGITS;
  return isKnown && Object.keys(others).length === 0 ? floatPrecision : undefined;
}

const byDigits = new Map<number, Decimals>();

/** @param digits digits after the decimal point, 1 to 6 */
export function decimalsOf(digits: number): Decimals {
  const decimals = byDigits.get(digits) ?? createDecimals(digits);
  byDigits.set(digits, decimals);
  return decimals;
}

function createDecimals(digits: number): Decimals {
  const [scale, coarseScale, fineScale] = [10 ** digits, 10 ** (digits - 1), 10 ** (digits + 1)];
  const tolerance = Number((0.1 ** digits).toFixed(digits));
  const texts: (string | undefined)[] = new Array(2 * CACHED_STEPS).fill(undefined);
  const textOf = (steps: number): string => {
    if (steps <= -CACHED_STEPS || steps >= CACHED_STEPS) return write(steps / scale);
    const cached = texts[steps + CACHED_STEPS];
    if (cached !== undefined) return cached;
    const text = write(steps / scale);
    texts[steps + CACHED_STEPS] = text;
    return text;
  };
  /** Lengths of texts; 0 for unknown. */
  const lengths = new Uint8Array(2 * CACHED_STEPS);
  const lengthOf = (steps: number): number => {
    const index = steps + CACHED_STEPS;
    const length = lengths[index];
    if (length === undefined) return textOf(steps).length;
    if (length > 0) return length;
    const { length: written } = textOf(steps);
    lengths[index] = written;
    return written;
  };
  return {
    scale,
    tolerance,
    round: (value) => {
      const fine = Math.round(value * scale) / scale;
      if (fine === value) return value;
      const coarse = Math.round(value * coarseScale) / coarseScale;
      const difference = Math.round(Math.abs(coarse - value) * fineScale) / fineScale;
      return difference >= tolerance ? fine : coarse;
    },
    textOf,
    rowLength: (row, count) => {
      let before = row[0] as number;
      let length = lengthOf(before);
      for (let k = 1; k < count; k++) {
        const steps = row[k] as number;
        length += lengthOf(steps);
        if (needsSpace(before, steps, scale)) length += 1;
        before = steps;
      }
      return length;
    },
  };
}

/** Checks for a number that neither a sign nor a point separates from the one before it. */
export function needsSpace(before: number, steps: number, scale: number): boolean {
  return steps >= 0 && (steps === 0 || steps >= scale || before % scale === 0);
}

function write(value: number): string {
  const text = String(value);
  if (text.startsWith('0.')) return text.slice(1);
  return text.startsWith('-0.') ? `-${text.slice(2)}` : text;
}
