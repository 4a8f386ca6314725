/** A point, in units of the drawing. */
export type Point = readonly [x: number, y: number];

/** `matrix(a b c d e f)` of SVG: x → a·x + c·y + e, y → b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** What has `inner` done first and `outer` to the outcome. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  const [x, y] = [a * k + c * l + e, b * k + d * l + f];
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, x, y];
}

export function apply([a, b, c, d, e, f]: Matrix, [x, y]: Point): Point {
  return [a * x + c * y + e, b * x + d * y + f];
}

export function isIdentity(matrix: Matrix): boolean {
  return matrix.every((value, index) => value === IDENTITY[index]);
}

/** By how much lengths grow; `undefined` where that depends on their direction. */
export function scaleOf([a, b, c, d]: Matrix): number | undefined {
  const [first, second] = [Math.hypot(a, b), Math.hypot(c, d)];
  const isEven = Math.abs(first - second) < 1e-6 * first && Math.abs(a * c + b * d) < 1e-6;
  return isEven ? first : undefined;
}

const FUNCTION = /\s*,?\s*([a-zA-Z]+)\s*\(([^()]*)\)/y;
const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;

/** The value of a `transform` attribute; `undefined` where it cannot be read. */
export function matrixOf(transform: string): Matrix | undefined {
  let matrix = IDENTITY;
  FUNCTION.lastIndex = 0;
  const text = transform.trim();
  while (FUNCTION.lastIndex < text.length) {
    const match = FUNCTION.exec(text);
    if (!match) return undefined;
    const numbers = (match[2] ?? '').trim().split(/[\s,]+/);
    if (!numbers.every((number) => NUMBER.test(number))) return undefined;
    const name = match[1] ?? '';
    const own = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name]?.(numbers.map(Number)) : undefined;
    if (!own?.every(Number.isFinite)) return undefined;
    matrix = multiply(matrix, own);
  }
  return matrix;
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

const FUNCTIONS: Readonly<Record<string, (numbers: readonly number[]) => Matrix>> = {
  matrix: (numbers) => (numbers.length === 6 ? numbers : [Number.NaN]) as unknown as Matrix,
  translate: ([x = Number.NaN, y = 0]) => [1, 0, 0, 1, x, y],
  scale: ([x = Number.NaN, y = x]) => [x, 0, 0, y, 0, 0],
  rotate: ([angle = Number.NaN, x = 0, y = 0]) => {
    const [cos, sin] = [Math.cos(radians(angle)), Math.sin(radians(angle))];
    const turn: Matrix = [cos, sin, -sin, cos, 0, 0];
    return multiply(multiply([1, 0, 0, 1, x, y], turn), [1, 0, 0, 1, -x, -y]);
  },
  skewX: ([angle = Number.NaN]) => [1, 0, Math.tan(radians(angle)), 1, 0, 0],
  skewY: ([angle = Number.NaN]) => [1, Math.tan(radians(angle)), 0, 1, 0, 0],
};
