/** Output of the renderer: 4 bytes per pixel, RGBA, colors premultiplied by alpha. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** Thresholds of a visible difference. */
export interface DifferenceThreshold {
  /** Side in px of a square in which every pixel changes in the same direction. */
  readonly flatSide: number;
  /**
   * Mean change of 3 × 3 pixels, as a share of the local contrast, 0 to 1; of all levels if one
   * of the pictures is flat there.
   */
  readonly mean: number;
}

/** Smallest change that counts, in levels of a color channel: 1.6 % of black on white. */
const MIN_CHANGE = 4;
/** Contrast below which a neighborhood counts as flat, in levels. */
const MIN_CONTRAST = 16;

/**
 * Counts pixels that look different on white or on black, so that every color and every opacity is
 * visible on at least one of them.
 *
 * Renderers decide by samples whether a pixel at an edge is covered, so a coordinate that moves by
 * less than anyone sees changes single pixels and thin lines by a quarter of the contrast of the
 * edge. Such lines do not count; areas that change together do, even if they change little.
 */
export function countDifferentPixels(
  before: Pixels,
  after: Pixels,
  threshold: DifferenceThreshold,
): number {
  const { width, height } = before;
  if (after.width !== width || after.height !== height) return width * height;
  let count = 0;
  for (const mark of markDifferentPixels(before, after, threshold) ?? []) count += mark;
  return count;
}

/** Smallest box around the pixels that {@link countDifferentPixels} counts, in px; `undefined` without any. */
export function visibleDifferenceBox(
  before: Pixels,
  after: Pixels,
  threshold: DifferenceThreshold,
): PixelBox | undefined {
  const { width, height } = before;
  if (after.width !== width || after.height !== height) return { left: 0, top: 0, width, height };
  const marks = markDifferentPixels(before, after, threshold);
  return marks && boundingBox(width, height, (at) => marks[at] === 1);
}

/** Marks each pixel that looks different with 1; `undefined` if all are identical. */
function markDifferentPixels(
  before: Pixels,
  after: Pixels,
  threshold: DifferenceThreshold,
): Uint8Array | undefined {
  const { width, height } = before;
  const box = changedBox(before, after);
  if (!box) return undefined;
  const marks = new Uint8Array(width * height);
  const plane = new Int16Array(box.width * box.height);
  const margin = threshold.flatSide >> 1;
  // Most icons are gray, so all channels are the same.
  const channels = isGray(before) && isGray(after) ? 1 : 3;
  for (let channel = 0; channel < channels; channel++) {
    for (const isOnWhite of [false, true]) {
      const maxChange = fillChangePlane(plane, box, { before, after, channel, isOnWhite });
      if (maxChange < MIN_CHANGE) continue;
      markMeanChanges(plane, box, {
        before,
        after,
        channel,
        isOnWhite,
        mean: threshold.mean,
        marks,
      });
      markUniformAreas(plane, box, margin, marks, width);
    }
  }
  return marks;
}

/** A rectangle of a picture, in px. */
export interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Smallest box around all pixels that are not identical. */
function changedBox(before: Pixels, after: Pixels): PixelBox | undefined {
  const { width, height } = before;
  const a = asUint32(before);
  const b = asUint32(after);
  return boundingBox(width, height, (at) => a[at] !== b[at]);
}

function boundingBox(
  width: number,
  height: number,
  isIncluded: (at: number) => boolean,
): PixelBox | undefined {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      if (!isIncluded(at)) continue;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      bottom = y;
    }
  }
  if (bottom < 0) return undefined;
  return { left, top, width: right - left + 1, height: bottom - top + 1 };
}

function asUint32({ pixels }: Pixels): Uint32Array {
  const { buffer, byteOffset, byteLength } =
    pixels.byteOffset % 4 === 0 ? pixels : new Uint8Array(pixels);
  return new Uint32Array(buffer, byteOffset, byteLength >> 2);
}

interface ChannelChange {
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
function fillChangePlane(
  plane: Int16Array,
  { left, top, width, height }: PixelBox,
  { before, after, channel, isOnWhite }: ChannelChange,
): number {
  const [a, b] = [before.pixels, after.pixels];
  let maxChange = 0;
  for (let y = 0, to = 0; y < height; y++) {
    let from = ((top + y) * before.width + left) * 4;
    for (let x = 0; x < width; x++, from += 4, to++) {
      const color = (a[from + channel] as number) - (b[from + channel] as number);
      // Premultiplied over white is color + 255 - alpha.
      const alphaChange = isOnWhite ? (b[from + 3] as number) - (a[from + 3] as number) : 0;
      const change = color + alphaChange;
      plane[to] = change;
      maxChange = Math.max(maxChange, Math.abs(change));
    }
  }
  return maxChange;
}

interface MeanChangeOptions extends ChannelChange {
  readonly mean: number;
  readonly marks: Uint8Array;
}

/**
 * Marks pixels whose neighborhood changes by more than the limit on average. Nothing changes
 * outside the box.
 */
function markMeanChanges(
  plane: Int16Array,
  box: PixelBox,
  { mean, marks, ...channelChange }: MeanChangeOptions,
): void {
  const { left, top, width, height } = box;
  const stride = channelChange.before.width;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let row = Math.max(y - 1, 0); row <= y + 1 && row < height; row++) {
        for (let column = Math.max(x - 1, 0); column <= x + 1 && column < width; column++) {
          sum += plane[row * width + column] as number;
        }
      }
      const change = Math.abs(sum) / 9;
      if (change < MIN_CHANGE) continue;
      const at = (top + y) * stride + left + x;
      if (marks[at] === 1) continue;
      const contrast = contrastAt(left + x, top + y, channelChange);
      if (change > mean * (contrast < MIN_CONTRAST ? 255 : contrast)) marks[at] = 1;
    }
  }
}

/**
 * Local contrast in levels, the smaller of both pictures: lightest against darkest of 5 × 5 pixels.
 * If one picture is flat, a thin line was added or removed; adjacent shapes have such seams.
 */
function contrastAt(
  x: number,
  y: number,
  { before, after, channel, isOnWhite }: ChannelChange,
): number {
  const { width, height } = before;
  const [a, b] = [before.pixels, after.pixels];
  let [minBefore, maxBefore, minAfter, maxAfter] = [255, 0, 255, 0];
  for (let row = Math.max(y - 2, 0); row <= y + 2 && row < height; row++) {
    for (let column = Math.max(x - 2, 0); column <= x + 2 && column < width; column++) {
      const at = (row * width + column) * 4;
      const valueBefore =
        (a[at + channel] as number) + (isOnWhite ? 255 - (a[at + 3] as number) : 0);
      const valueAfter =
        (b[at + channel] as number) + (isOnWhite ? 255 - (b[at + 3] as number) : 0);
      minBefore = Math.min(minBefore, valueBefore);
      maxBefore = Math.max(maxBefore, valueBefore);
      minAfter = Math.min(minAfter, valueAfter);
      maxAfter = Math.max(maxAfter, valueAfter);
    }
  }
  return Math.min(maxBefore - minBefore, maxAfter - minAfter);
}

/**
 * Checks for a pixel that looks different, like {@link countDifferentPixels} with squares of 3 px, but
 * only around pixels that change. It takes a fraction of the time if few do.
 */
export function hasVisibleChange(before: Pixels, after: Pixels, mean: number): boolean {
  const { width, height } = before;
  const [a, b] = [asUint32(before), asUint32(after)];
  const changed: number[] = [];
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) changed.push(at);
  const plane = new Int16Array(a.length);
  for (let channel = 0; channel < 3; channel++) {
    for (const isOnWhite of [false, true]) {
      const change: ChannelChange = { before, after, channel, isOnWhite };
      const isUnchanged = !fillChanges(plane, changed, change);
      if (isUnchanged) continue;
      for (const at of changed) {
        const value = plane[at] as number;
        if (value > -MIN_CHANGE && value < MIN_CHANGE) continue;
        const [x, y] = [at % width, Math.floor(at / width)];
        if (x === 0 || y === 0 || x === width - 1 || y === height - 1) continue;
        const sign = value < 0 ? -1 : 1;
        let [sum, smallest] = [0, 255];
        for (let row = at - width - 1; row <= at + width - 1; row += width) {
          for (let near = row; near < row + 3; near++) {
            const each = (plane[near] as number) * sign;
            sum += each;
            if (each < smallest) smallest = each;
          }
        }
        if (smallest >= MIN_CHANGE) return true;
        if (sum < 9 * MIN_CHANGE || sum / 9 <= mean * MIN_CONTRAST) continue;
        const contrast = contrastAt(x, y, change);
        if (sum / 9 > mean * (contrast < MIN_CONTRAST ? 255 : contrast)) return true;
      }
    }
    if (channel === 0 && isGray(before) && isGray(after)) break;
  }
  return false;
}

/** Writes the change of one channel at some pixels; returns false if none reaches the smallest. */
function fillChanges(
  plane: Int16Array,
  changed: readonly number[],
  { before, after, channel, isOnWhite }: ChannelChange,
): boolean {
  const [a, b] = [before.pixels, after.pixels];
  let isVisible = false;
  for (const at of changed) {
    const from = at * 4;
    const color = (a[from + channel] as number) - (b[from + channel] as number);
    const alpha = isOnWhite ? (b[from + 3] as number) - (a[from + 3] as number) : 0;
    const change = color + alpha;
    plane[at] = change;
    if (change >= MIN_CHANGE || change <= -MIN_CHANGE) isVisible = true;
  }
  return isVisible;
}

/** Marks squares of pixels that all change in the same direction. */
function markUniformAreas(
  plane: Int16Array,
  { left, top, width, height }: PixelBox,
  margin: number,
  marks: Uint8Array,
  stride: number,
): void {
  for (let y = margin; y < height - margin; y++) {
    for (let x = margin; x < width - margin; x++) {
      if (!isUniformChange(plane, width, x, y, margin)) continue;
      for (let row = y - margin; row <= y + margin; row++) {
        const start = (top + row) * stride + left + x;
        marks.fill(1, start - margin, start + margin + 1);
      }
    }
  }
}

function isUniformChange(
  plane: Int16Array,
  width: number,
  x: number,
  y: number,
  margin: number,
): boolean {
  const sign = (plane[y * width + x] as number) < 0 ? -1 : 1;
  for (let row = y - margin; row <= y + margin; row++) {
    for (let column = x - margin; column <= x + margin; column++) {
      if ((plane[row * width + column] as number) * sign < MIN_CHANGE) return false;
    }
  }
  return true;
}
