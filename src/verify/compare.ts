import type { Picture } from './picture.ts';

/** How far two pictures are apart. */
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
 * coordinates, so that an edge may lie a fraction of a pixel beside the other.
 */
const SMOOTHING = 0.5;

const NONE: Distance = { count: 0, share: 0, shift: 0 };

/**
 * Compares two opaque pictures of one size. A pixel may differ by as much as its surroundings have
 * contrast: next to nothing in a flat area, so that a slightly different color counts, and more at an
 * edge, where smoothing decides.
 */
export function distanceOf(a: Picture, b: Picture): Distance {
  if (Buffer.compare(a.pixels, b.pixels) === 0) return NONE;
  const { width, height } = a;
  let [count, moved, contrast] = [0, 0, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const { apart, range } = look(a, b, x, y);
      contrast += range;
      moved += apart;
      if (apart > allowed(range)) count += 1;
    }
  }
  return {
    count,
    share: count / (width * height),
    shift: contrast === 0 ? 0 : (moved / contrast) * EDGE,
  };
}

/** Pixels that an edge gives contrast to on a line across it. */
const EDGE = 2.5;

/** Whether a pixel of two pictures differs. */
export function isApart(a: Picture, b: Picture, x: number, y: number): boolean {
  const { apart, range } = look(a, b, x, y);
  return apart > allowed(range);
}

function allowed(range: number): number {
  return ROUNDING + SMOOTHING * range;
}

function look(a: Picture, b: Picture, x: number, y: number): { apart: number; range: number } {
  const apart = farthest(a.pixels, b.pixels, (y * a.width + x) * 4);
  return { apart, range: Math.max(rangeAt(a, x, y), rangeAt(b, x, y)) };
}

/** Side in px at which icons are compared first. */
export const SIDE = 64;
/** Side in px at which icons that differ are compared once more. */
export const LARGE_SIDE = 256;
/** Pixels that may differ at {@link SIDE}: joins and tips, which smoothing decides. */
const MOST_PIXELS = 7;
/** Average distance of edges in px at {@link SIDE} that rounding of coordinates accounts for. */
const MOST_SHIFT = 0.1;

/** Whether a person sees that two pictures of an icon differ. The limits grow with the side. */
export function isDifferent({ count, shift }: Distance, side: number): boolean {
  const scale = side / SIDE;
  return count > MOST_PIXELS * scale || shift > MOST_SHIFT * scale;
}

/** Largest difference of a channel. */
function farthest(a: Uint8Array, b: Uint8Array, at: number): number {
  return Math.max(
    Math.abs((a[at] as number) - (b[at] as number)),
    Math.abs((a[at + 1] as number) - (b[at + 1] as number)),
    Math.abs((a[at + 2] as number) - (b[at + 2] as number)),
  );
}

/** Contrast of a pixel and those around it: largest range of a channel. */
function rangeAt({ width, height, pixels }: Picture, x: number, y: number): number {
  let most = 0;
  for (let channel = 0; channel < 3; channel++) {
    let [low, high] = [255, 0];
    for (let row = Math.max(y - 1, 0); row <= Math.min(y + 1, height - 1); row++) {
      for (let column = Math.max(x - 1, 0); column <= Math.min(x + 1, width - 1); column++) {
        const value = pixels[(row * width + column) * 4 + channel] as number;
        if (value < low) low = value;
        if (value > high) high = value;
      }
    }
    if (high - low > most) most = high - low;
  }
  return most;
}
