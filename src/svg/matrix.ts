/** Two-dimensional affine transforms. Source: SVG 2, 8.5; CSS Transforms 1, 13. */
import { parseTransformList, type TransformFunction } from './transform-list.ts';

/** A point in user units. */
export type Point = readonly [x: number, y: number];

/** `matrix(a b c d e f)` of SVG: x → a·x + c·y + e, y → b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** Multiplies matrices: the result applies `inner` first, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  const [x, y] = [a * k + c * l + e, b * k + d * l + f];
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, x, y];
}

export function transformPoint([a, b, c, d, e, f]: Matrix, [x, y]: Point): Point {
  return [a * x + c * y + e, b * x + d * y + f];
}

export function isIdentity(matrix: Matrix): boolean {
  return matrix.every((value, index) => value === IDENTITY[index]);
}

/** Uniform scale factor; `undefined` if it depends on the direction. */
export function uniformScale([a, b, c, d]: Matrix): number | undefined {
  const [first, second] = [Math.hypot(a, b), Math.hypot(c, d)];
  const isUniform = Math.abs(first - second) < 1e-6 * first && Math.abs(a * c + b * d) < 1e-6;
  return isUniform ? first : undefined;
}

/** Matrix of a `transform` attribute; `undefined` if browsers ignore its value. */
export function matrixFromTransform(transform: string): Matrix | undefined {
  return parseTransformList(transform)?.map(matrixFromFunction).reduce(multiply, IDENTITY);
}

function matrixFromFunction({ name, values }: TransformFunction): Matrix {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = values;
  const radians = (a * Math.PI) / 180;
  switch (name) {
    case 'matrix':
      return [a, b, c, d, e, f];
    case 'translate':
      return [1, 0, 0, 1, a, b];
    case 'scale':
      return [a, 0, 0, values[1] ?? a, 0, 0];
    case 'skewX':
      return [1, 0, Math.tan(radians), 1, 0, 0];
    case 'skewY':
      return [1, Math.tan(radians), 0, 1, 0, 0];
    case 'rotate': {
      const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
      const rotation: Matrix = [cos, sin, -sin, cos, 0, 0];
      return multiply(multiply([1, 0, 0, 1, b, c], rotation), [1, 0, 0, 1, -b, -c]);
    }
  }
}
