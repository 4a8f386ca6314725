import type { Views } from './draw.ts';
import { BACKGROUNDS } from './model.ts';

/** Distance of a channel, 0 to 255, that rounding accounts for in a pixel that is fully covered. */
const ROUNDING = 6;
/** Share of cover from which a pixel says which color it has. */
const COVERED = 0.3;

type Rgb = readonly [number, number, number];

/**
 * Single color of an icon, computed from its pixels on two backgrounds; `undefined` when it has
 * several colors, or is blank.
 *
 * @returns the color as `rgb(204 51 0)`
 */
export function inkColor({ white, color }: Views): string | undefined {
  const [plain, strong] = [rgbOf(BACKGROUNDS.white), rgbOf(BACKGROUNDS.color)];
  let best: { readonly cover: number; readonly ink: Rgb } | undefined;
  const inks: { readonly cover: number; readonly ink: Rgb }[] = [];
  for (let at = 0; at < white.pixels.length; at += 4) {
    const cover = coverAt(white.pixels, color.pixels, at, plain, strong);
    if (cover < COVERED) continue;
    const ink = [0, 1, 2].map((channel) => {
      const seen = white.pixels[at + channel] as number;
      return (seen - (1 - cover) * (plain[channel] as number)) / cover;
    }) as unknown as Rgb;
    const found = { cover, ink };
    inks.push(found);
    if (!best || cover > best.cover) best = found;
  }
  if (!best) return undefined;
  const { ink } = best;
  const isOne = inks.every(({ cover, ink: other }) =>
    ink.every((value, channel) => Math.abs(value - (other[channel] as number)) <= ROUNDING / cover),
  );
  if (!isOne) return undefined;
  return `rgb(${ink.map((value) => Math.min(Math.max(Math.round(value), 0), 255)).join(' ')})`;
}

/** Opacity of what is drawn: the less it is, the more the backgrounds show. */
function coverAt(
  white: Uint8Array,
  color: Uint8Array,
  at: number,
  plain: Rgb,
  strong: Rgb,
): number {
  // Green is where the two backgrounds are farthest apart.
  const shown = (white[at + 1] as number) - (color[at + 1] as number);
  return 1 - shown / (plain[1] - strong[1]);
}

function rgbOf(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
