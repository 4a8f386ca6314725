import type { BackgroundImages } from './icon-renderer.ts';
import { BACKGROUNDS } from './model.ts';

/** Distance of a channel, 0 to 255, that rounding accounts for in a pixel that is fully covered. */
const ROUNDING = 6;
/** Minimum opacity at which the color of a pixel can be computed. */
const MIN_COVER = 0.3;

type PixelColor = readonly [number, number, number];

/**
 * Single color of an icon, computed from its pixels on two backgrounds; `undefined` when it has
 * several colors, or is blank.
 *
 * @returns the color as `rgb(204 51 0)`
 */
export function inkColor({ white, color }: BackgroundImages): string | undefined {
  const [plain, strong] = [rgbOf(BACKGROUNDS.white), rgbOf(BACKGROUNDS.color)];
  let best: { readonly cover: number; readonly ink: PixelColor } | undefined;
  const samples: { readonly cover: number; readonly ink: PixelColor }[] = [];
  for (let at = 0; at < white.pixels.length; at += 4) {
    const cover = coverAt(white.pixels, color.pixels, at, plain, strong);
    if (cover < MIN_COVER) continue;
    const ink = [0, 1, 2].map((channel) => {
      const channelValue = white.pixels[at + channel] as number;
      return (channelValue - (1 - cover) * (plain[channel] as number)) / cover;
    }) as unknown as PixelColor;
    const sample = { cover, ink };
    samples.push(sample);
    if (!best || cover > best.cover) best = sample;
  }
  if (!best) return undefined;
  const { ink } = best;
  const isOne = samples.every(({ cover, ink: other }) =>
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
  plain: PixelColor,
  strong: PixelColor,
): number {
  // Green is where the two backgrounds are farthest apart.
  const difference = (white[at + 1] as number) - (color[at + 1] as number);
  return 1 - difference / (plain[1] - strong[1]);
}

function rgbOf(hex: string): PixelColor {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
