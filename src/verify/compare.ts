import type { OpaqueImage } from './image.ts';

/** Difference of two pictures. */
export interface Distance {
  /** Pixels that differ. */
  readonly count: number;
  /** Share of pixels that differ, 0 to 1. */
  readonly share: number;
  /** Average distance of edges in px. */
  readonly shift: number;
}

/** Difference of a channel, 0 to 255, that rounding of colors accounts for. */
const ROUNDING = 4;
/**
 * Part of the contrast around a pixel that smoothing of edges accounts for: optimizing rounds
 * coordinates, so that an edge may be a fraction of a pixel away from the other.
 */
const SMOOTHING = 0.5;

const NO_DISTANCE: Distance = { count: 0, share: 0, shift: 0 };

/**
 * Compares two opaque pictures of one size. A pixel may differ by as much as its surroundings have
 * contrast: next to nothing in a flat area, so that a slightly different color counts, and more at an
 * edge, where smoothing decides.
 */
export function compareImages(a: OpaqueImage, b: OpaqueImage): Distance {
  if (Buffer.compare(a.pixels, b.pixels) === 0) return NO_DISTANCE;
  const { width, height } = a;
  let [count, totalDifference] = [0, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const difference = maxChannelDifference(a.pixels, b.pixels, (y * width + x) * 4);
      if (difference > ROUNDING) totalDifference += difference;
      if (difference > toleranceAt(a, b, x, y, difference)) count += 1;
    }
  }
  const contrast = Math.max(contrastOf(a), contrastOf(b));
  return {
    count,
    share: count / (width * height),
    shift: contrast === 0 ? 0 : totalDifference / contrast,
  };
}

/** True if a pixel of two pictures differs. */
export function isPixelDifferent(a: OpaqueImage, b: OpaqueImage, x: number, y: number): boolean {
  const difference = maxChannelDifference(a.pixels, b.pixels, (y * a.width + x) * 4);
  return difference > toleranceAt(a, b, x, y, difference);
}

/** The difference that a pixel may have. Neighbors are only checked for pixels that differ. */
function toleranceAt(
  a: OpaqueImage,
  b: OpaqueImage,
  x: number,
  y: number,
  difference: number,
): number {
  if (difference <= ROUNDING) return ROUNDING;
  return ROUNDING + SMOOTHING * Math.max(rangeAt(a, x, y), rangeAt(b, x, y));
}

/** Sum of the steps from each pixel to the next: by it, a sum of differences is a distance in px. */
function contrastOf({ width, height, pixels }: OpaqueImage): number {
  let sum = 0;
  for (let y = 0; y + 1 < height; y++) {
    for (let x = 0; x + 1 < width; x++) {
      const at = (y * width + x) * 4;
      sum += Math.max(stepOf(pixels, at, at + 4), stepOf(pixels, at, at + width * 4));
    }
  }
  return sum;
}

/** Side in px at which icons are compared first. */
export const COMPARE_SIDE = 64;
/** Side in px at which icons that differ are compared once more. */
export const LARGE_SIDE = 256;
/** Pixels that may differ at {@link COMPARE_SIDE}: joins and tips, which smoothing decides. */
const MAX_PIXELS = 7;
/** Average distance of edges in px at {@link COMPARE_SIDE} that rounding of coordinates accounts for. */
const MAX_SHIFT = 0.1;

/** True if two pictures of an icon differ visibly. The limits grow with the side. */
export function isDifferent({ count, shift }: Distance, side: number): boolean {
  const scale = side / COMPARE_SIDE;
  return count > MAX_PIXELS * scale || shift > MAX_SHIFT * scale;
}

/** Largest difference of a channel of two pixels at one place. */
function maxChannelDifference(a: Uint8Array, b: Uint8Array, at: number): number {
  const red = Math.abs((a[at] as number) - (b[at] as number));
  const green = Math.abs((a[at + 1] as number) - (b[at + 1] as number));
  const blue = Math.abs((a[at + 2] as number) - (b[at + 2] as number));
  return Math.max(red, green, blue);
}

/** Largest difference of a channel of two pixels of one picture. */
function stepOf(pixels: Uint8Array, at: number, next: number): number {
  const red = Math.abs((pixels[at] as number) - (pixels[next] as number));
  const green = Math.abs((pixels[at + 1] as number) - (pixels[next + 1] as number));
  const blue = Math.abs((pixels[at + 2] as number) - (pixels[next + 2] as number));
  return Math.max(red, green, blue);
}

/** Contrast of a pixel and those around it: largest range of a channel. */
function rangeAt({ width, height, pixels }: OpaqueImage, x: number, y: number): number {
  let max = 0;
  for (let channel = 0; channel < 3; channel++) {
    let [low, high] = [255, 0];
    for (let row = Math.max(y - 1, 0); row <= Math.min(y + 1, height - 1); row++) {
      for (let column = Math.max(x - 1, 0); column <= Math.min(x + 1, width - 1); column++) {
        const value = pixels[(row * width + column) * 4 + channel] as number;
        if (value < low) low = value;
        if (value > high) high = value;
      }
    }
    if (high - low > max) max = high - low;
  }
  return max;
}
