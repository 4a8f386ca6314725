import { hexOf, paintsOf, rgbaOf } from './paint.ts';
import { type Shape, shapesOf } from './shapes.ts';
import type { SourceText } from './source-text.ts';

/** Shapes that are painted with one color. */
export interface PaintedShapes {
  readonly fills: readonly Shape[];
  readonly strokes: readonly Shape[];
}

/**
 * Colors of fills and strokes, as `#rrggbb` or `currentColor`, with their shapes. Gradients,
 * patterns and unknown colors are not included.
 */
export async function paletteOf(source: SourceText): Promise<ReadonlyMap<string, PaintedShapes>> {
  const { shapes, isDynamic } = await shapesOf(source);
  const palette = new Map<string, { fills: Shape[]; strokes: Shape[] }>();
  if (isDynamic) return palette;
  for (const shape of shapes) {
    const { fill, stroke } = paintsOf(shape);
    for (const [kind, value] of [
      ['fills', fill],
      ['strokes', stroke],
    ] as const) {
      const color = value === undefined ? undefined : canonicalColor(value);
      if (color === undefined) continue;
      const painted = palette.get(color) ?? { fills: [], strokes: [] };
      palette.set(color, painted);
      painted[kind].push(shape);
    }
  }
  return palette;
}

/** Canonical spelling of a color; `undefined` if it is not a color. */
export function canonicalColor(color: string): string | undefined {
  if (/^currentcolor$/i.test(color)) return 'currentColor';
  const rgba = rgbaOf(color);
  return rgba && hexOf(rgba);
}

/** Distance of two colors in RGB, 0 to 441; infinite for `currentColor`, which may be any color. */
export function colorDistance(one: string, other: string): number {
  const [a, b] = [rgbaOf(one), rgbaOf(other)];
  if (!a || !b || a[3] !== b[3]) return Number.POSITIVE_INFINITY;
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}
