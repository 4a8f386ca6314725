import { boxOf } from '../svg/view-box.ts';
import { pixelsOf, standalone, withBox } from './coverage.ts';
import type { Drawing } from './types.ts';

/** Side of the picture that is looked at, in px. */
const SIDE = 128;
/** What stands for the color of the text, which the page sees to: no drawing has it. */
const TEXT_COLOR: Color = [254, 1, 253];
/** Pixels that are less painted are edges. */
const SOLID = 250;

/** Red, green and blue, 0 to 255. */
export type Color = readonly [red: number, green: number, blue: number];

/** The colors that a drawing shows, and the share of what is painted that each covers, 0 to 1. */
export type Shown = ReadonlyMap<string, { readonly color: Color; readonly share: number }>;

/**
 * Renders a drawing and counts its colors, with all that is laid over each other; gradients count
 * with all their colors. `undefined` where it cannot be rendered. What has the color of the text is
 * not among them, but part of the whole.
 */
export async function shownColors({ icon }: Drawing): Promise<Shown | undefined> {
  const svg = withBox(standalone(icon, `rgb(${TEXT_COLOR})`), boxOf(icon.facts.viewBox));
  const isWide = icon.facts.width >= icon.facts.height;
  const pixels = await pixelsOf(svg, SIDE, isWide).catch(() => undefined);
  if (!pixels) return undefined;
  const counts = new Map<number, number>();
  const { values } = pixels;
  let all = 0;
  for (let at = 0; at < values.length; at += 4) {
    const [red = 0, green = 0, blue = 0, opacity = 0] = values.subarray(at, at + 4);
    if (opacity < SOLID) continue;
    all += 1;
    const key = (red << 16) | (green << 8) | blue;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const [red, green, blue] = TEXT_COLOR;
  counts.delete((red << 16) | (green << 8) | blue);
  return new Map(
    [...counts].map(([key, count]) => [
      `#${key.toString(16).padStart(6, '0')}`,
      { color: [key >> 16, (key >> 8) & 255, key & 255], share: count / all },
    ]),
  );
}

/** Contrast of two colors, 1 to 21. Source: WCAG 2.2, "contrast ratio". */
export function contrastRatio(one: Color, other: Color): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Source: WCAG 2.2, "relative luminance". */
function luminance(color: Color): number {
  const [red = 0, green = 0, blue = 0] = color.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
