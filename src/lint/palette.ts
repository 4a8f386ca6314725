import { hexOf, paintsOf, rgbaOf } from './paint.ts';
import { type Shape, shapesOf } from './shapes.ts';
import type { Drawing } from './types.ts';

/** A color that a drawing paints with, and the shapes that it paints. */
export interface Painted {
  readonly fills: readonly Shape[];
  readonly strokes: readonly Shape[];
}

/**
 * The colors that areas and lines are painted with: `#rrggbb`, or `currentColor`. Gradients and
 * patterns are not among them, nor what cannot be told.
 */
export async function paletteOf(drawing: Drawing): Promise<ReadonlyMap<string, Painted>> {
  const { shapes, isDynamic } = await shapesOf(drawing);
  const palette = new Map<string, { fills: Shape[]; strokes: Shape[] }>();
  if (isDynamic) return palette;
  for (const shape of shapes) {
    const { fill, stroke } = paintsOf(shape);
    for (const [kind, value] of [
      ['fills', fill],
      ['strokes', stroke],
    ] as const) {
      const color = value === undefined ? undefined : nameOf(value);
      if (color === undefined) continue;
      const painted = palette.get(color) ?? { fills: [], strokes: [] };
      palette.set(color, painted);
      painted[kind].push(shape);
    }
  }
  return palette;
}

/** One spelling for each color; `undefined` for what is none. */
export function nameOf(color: string): string | undefined {
  if (/^currentcolor$/i.test(color)) return 'currentColor';
  const rgba = rgbaOf(color);
  return rgba && hexOf(rgba);
}

/** Distance of two colors in RGB, 0 to 441; infinite to `currentColor`, which may be any. */
export function colorDistance(one: string, other: string): number {
  const [a, b] = [rgbaOf(one), rgbaOf(other)];
  if (!a || !b || a[3] !== b[3]) return Number.POSITIVE_INFINITY;
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}
