/** Output of the renderer: 4 bytes per pixel, RGBA, colors premultiplied by alpha. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** Thresholds of a visible difference. */
export interface VisibleDifference {
  /** Side in px of a square in which every pixel changes in the same direction. */
  readonly flatSide: number;
  /**
   * Mean change of 3 × 3 pixels, as a share of the local contrast, 0 to 1; of all levels if one
   * of the pictures is flat there.
   */
  readonly mean: number;
}

/** Smallest change that counts, in levels of a color channel: 1.6 % of black on white. */
const LEVELS = 4;
/** Contrast below which a neighborhood counts as flat, in levels. */
const FAINT = 16;

/**
 * Counts pixels that look different on white or on black, so that every color and every opacity is
 * visible on at least one of them.
 *
 * Renderers decide by samples whether a pixel at an edge is covered, so a coordinate that moves by
 * less than anyone sees changes single pixels and thin lines by a quarter of the contrast of the
 * edge. Such lines do not count; areas that change together do, even if they change little.
 */
export function countDifferent(before: Pixels, after: Pixels, visible: VisibleDifference): number {
  const { width, height } = before;
  if (after.width !== width || after.height !== height) return width * height;
  let count = 0;
  for (const mark of markDifferent(before, after, visible) ?? []) count += mark;
  return count;
}

/** Smallest box around the pixels that {@link countDifferent} counts, in px; `undefined` without any. */
export function visibleBox(
  before: Pixels,
  after: Pixels,
  visible: VisibleDifference,
): Box | undefined {
  const { width, height } = before;
  if (after.width !== width || after.height !== height) return { left: 0, top: 0, width, height };
  const marks = markDifferent(before, after, visible);
  return marks && boxOf(width, height, (at) => marks[at] === 1);
}

/** Marks each pixel that looks different with 1; `undefined` if all are identical. */
function markDifferent(
  before: Pixels,
  after: Pixels,
  visible: VisibleDifference,
): Uint8Array | undefined {
  const { width, height } = before;
  const box = differingBox(before, after);
  if (!box) return undefined;
  const marks = new Uint8Array(width * height);
  const plane = new Int16Array(box.width * box.height);
  const margin = visible.flatSide >> 1;
  // Most icons are gray, so all channels are the same.
  const channels = isGray(before) && isGray(after) ? 1 : 3;
  for (let channel = 0; channel < channels; channel++) {
    for (const isOnWhite of [false, true]) {
      const most = fillPlane(plane, box, { before, after, channel, isOnWhite });
      if (most < LEVELS) continue;
      markMeans(plane, box, { before, after, channel, isOnWhite, mean: visible.mean, marks });
      markFlat(plane, box, margin, marks, width);
    }
  }
  return marks;
}

/** A rectangle of a picture, in px. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Smallest box around all pixels that are not identical. */
function differingBox(before: Pixels, after: Pixels): Box | undefined {
  const { width, height } = before;
  const a = wordsOf(before);
  const b = wordsOf(after);
  return boxOf(width, height, (at) => a[at] !== b[at]);
}

function boxOf(width: number, height: number, isIn: (at: number) => boolean): Box | undefined {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      if (!isIn(at)) continue;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      bottom = y;
    }
  }
  if (bottom < 0) return undefined;
  return { left, top, width: right - left + 1, height: bottom - top + 1 };
}

function wordsOf({ pixels }: Pixels): Uint32Array {
  const { buffer, byteOffset, byteLength } =
    pixels.byteOffset % 4 === 0 ? pixels : new Uint8Array(pixels);
  return new Uint32Array(buffer, byteOffset, byteLength >> 2);
}

interface PlaneOf {
  readonly before: Pixels;
  readonly after: Pixels;
  /** 0 red, 1 green, 2 blue. */
  readonly channel: number;
  readonly isOnWhite: boolean;
}

function isGray({ pixels }: Pixels): boolean {
  for (let at = 0; at < pixels.length; at += 4) {
    if (pixels[at] !== pixels[at + 1] || pixels[at] !== pixels[at + 2]) return false;
  }
  return true;
}

/** Writes the change of one channel, in levels, for each pixel of the box; returns the largest. */
function fillPlane(
  plane: Int16Array,
  { left, top, width, height }: Box,
  { before, after, channel, isOnWhite }: PlaneOf,
): number {
  const [a, b] = [before.pixels, after.pixels];
  let most = 0;
  for (let y = 0, to = 0; y < height; y++) {
    let from = ((top + y) * before.width + left) * 4;
    for (let x = 0; x < width; x++, from += 4, to++) {
      const color = (a[from + channel] as number) - (b[from + channel] as number);
      // Premultiplied over white is color + 255 - alpha.
      const ground = isOnWhite ? (b[from + 3] as number) - (a[from + 3] as number) : 0;
      const change = color + ground;
      plane[to] = change;
      most = Math.max(most, Math.abs(change));
    }
  }
  return most;
}

interface MarkMeans extends PlaneOf {
  readonly mean: number;
  readonly marks: Uint8Array;
}

/**
 * Marks pixels whose neighborhood changes by more than the limit on average. Nothing changes
 * outside the box.
 */
function markMeans(plane: Int16Array, box: Box, { mean, marks, ...of }: MarkMeans): void {
  const { left, top, width, height } = box;
  const stride = of.before.width;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let row = Math.max(y - 1, 0); row <= y + 1 && row < height; row++) {
        for (let column = Math.max(x - 1, 0); column <= x + 1 && column < width; column++) {
          sum += plane[row * width + column] as number;
        }
      }
      const change = Math.abs(sum) / 9;
      if (change < LEVELS) continue;
      const at = (top + y) * stride + left + x;
      if (marks[at] === 1) continue;
      const contrast = contrastAt(left + x, top + y, of);
      if (change > mean * (contrast < FAINT ? 255 : contrast)) marks[at] = 1;
    }
  }
}

/**
 * Local contrast in levels, the smaller of both pictures: lightest against darkest of 5 × 5 pixels.
 * If one picture is flat, a thin line was added or removed; adjacent shapes have such seams.
 */
function contrastAt(x: number, y: number, { before, after, channel, isOnWhite }: PlaneOf): number {
  const { width, height } = before;
  const [a, b] = [before.pixels, after.pixels];
  let [leastBefore, mostBefore, leastAfter, mostAfter] = [255, 0, 255, 0];
  for (let row = Math.max(y - 2, 0); row <= y + 2 && row < height; row++) {
    for (let column = Math.max(x - 2, 0); column <= x + 2 && column < width; column++) {
      const at = (row * width + column) * 4;
      const was = (a[at + channel] as number) + (isOnWhite ? 255 - (a[at + 3] as number) : 0);
      const is = (b[at + channel] as number) + (isOnWhite ? 255 - (b[at + 3] as number) : 0);
      leastBefore = Math.min(leastBefore, was);
      mostBefore = Math.max(mostBefore, was);
      leastAfter = Math.min(leastAfter, is);
      mostAfter = Math.max(mostAfter, is);
    }
  }
  return Math.min(mostBefore - leastBefore, mostAfter - leastAfter);
}

/** Marks squares of pixels that all change in the same direction. */
function markFlat(
  plane: Int16Array,
  { left, top, width, height }: Box,
  margin: number,
  marks: Uint8Array,
  stride: number,
): void {
  for (let y = margin; y < height - margin; y++) {
    for (let x = margin; x < width - margin; x++) {
      if (!isFlat(plane, width, x, y, margin)) continue;
      for (let row = y - margin; row <= y + margin; row++) {
        const start = (top + row) * stride + left + x;
        marks.fill(1, start - margin, start + margin + 1);
      }
    }
  }
}

function isFlat(plane: Int16Array, width: number, x: number, y: number, margin: number): boolean {
  const sign = (plane[y * width + x] as number) < 0 ? -1 : 1;
  for (let row = y - margin; row <= y + margin; row++) {
    for (let column = x - margin; column <= x + margin; column++) {
      if ((plane[row * width + column] as number) * sign < LEVELS) return false;
    }
  }
  return true;
}
