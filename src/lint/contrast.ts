import { viewBoxOf } from '../svg/view-box.ts';
import { renderPixels, standaloneSvg, withViewBox } from './coverage.ts';
import type { RgbTuple } from './luminance.ts';
import type { LintSource } from './types.ts';

/** Side of the rendered picture, in px. */
const SIDE = 128;
/** Placeholder for the text color, which the page decides; no drawing uses it. */
const TEXT_COLOR: RgbTuple = [254, 1, 253];
/** Smallest opacity that counts, 0 to 255; pixels with less are edges. */
const MIN_SOLID_ALPHA = 250;

/** Visible colors of a drawing, each with its share of the painted area, 0 to 1. */
export type ColorShares = ReadonlyMap<string, { readonly color: RgbTuple; readonly share: number }>;

/**
 * Renders a drawing and counts its colors, so overlaps count as they look; gradients count
 * with all their colors. `undefined` if it cannot be rendered. The text color is
 * not among them, but counts in the total.
 */
export async function measureColors({ icon }: LintSource): Promise<ColorShares | undefined> {
  const svg = withViewBox(standaloneSvg(icon, `rgb(${TEXT_COLOR})`), viewBoxOf(icon.facts.viewBox));
  const isWide = icon.facts.width >= icon.facts.height;
  const pixels = await renderPixels(svg, SIDE, isWide).catch(() => undefined);
  if (!pixels) return undefined;
  const counts = new Map<number, number>();
  const { values } = pixels;
  let total = 0;
  for (let at = 0; at < values.length; at += 4) {
    const [red = 0, green = 0, blue = 0, opacity = 0] = values.subarray(at, at + 4);
    if (opacity < MIN_SOLID_ALPHA) continue;
    total += 1;
    const key = (red << 16) | (green << 8) | blue;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const [red, green, blue] = TEXT_COLOR;
  counts.delete((red << 16) | (green << 8) | blue);
  return new Map(
    [...counts].map(([key, count]) => [
      `#${key.toString(16).padStart(6, '0')}`,
      { color: [key >> 16, (key >> 8) & 255, key & 255], share: count / total },
    ]),
  );
}
