import type { OpaqueImage } from '../../src/verify/image.ts';

export type Rgb = readonly [number, number, number];

/** A picture whose pixels are given by their place. */
export function paint(
  width: number,
  height: number,
  colorAt: (x: number, y: number) => Rgb,
): OpaqueImage {
  const pixels = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      pixels.set([...colorAt(x, y), 255], (y * width + x) * 4);
    }
  }
  return { width, height, pixels };
}

/** Paint over a background, by how much it covers, 0 to 1. */
export function over(paintColor: Rgb, background: Rgb, cover: number): Rgb {
  const mix = (channel: 0 | 1 | 2) =>
    Math.round(paintColor[channel] * cover + background[channel] * (1 - cover));
  return [mix(0), mix(1), mix(2)];
}

export const WHITE: Rgb = [255, 255, 255];
export const BLACK: Rgb = [0, 0, 0];

/** A box on white, 64 × 64 px, whose edges may lie between pixels. */
export function box(
  left: number,
  top: number,
  side: number,
  color: Rgb = BLACK,
  background: Rgb = WHITE,
): OpaqueImage {
  const cover = (at: number, start: number) =>
    Math.max(0, Math.min(at + 1, start + side) - Math.max(at, start));
  return paint(64, 64, (x, y) => over(color, background, cover(x, left) * cover(y, top)));
}
