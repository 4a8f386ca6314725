import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** Pixels, four bytes each: red, green, blue, alpha. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A part of a picture, in its pixels. */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function decodePng(png: Uint8Array): Picture {
  return PNG.sync.read(Buffer.from(png));
}

/** @public Used by the bench. */
export function encodePng({ width, height, data }: Picture): Uint8Array {
  const png = new PNG({ width, height });
  png.data.set(data);
  return PNG.sync.write(png);
}

export function crop(picture: Picture, { x, y, width, height }: Region): Picture {
  const data = new Uint8Array(width * height * 4);
  for (let row = 0; row < height; row++) {
    const start = ((y + row) * picture.width + x) * 4;
    data.set(picture.data.subarray(start, start + width * 4), row * width * 4);
  }
  return { width, height, data };
}

/**
 * Share of the pixels of two equally large pictures that differ, from 0 to 1.
 *
 * A pixel differs when its color is off by more than a tenth of the way from black to white, as
 * eyes weigh colors (`threshold: 0.1`), and is not taken for antialiasing in either picture
 * (`includeAA: false`): an edge may lie a fraction of a pixel beside the other, since optimizing
 * rounds coordinates; a missing, moved or recolored shape still counts.
 */
export function differingShare(a: Picture, b: Picture): number {
  if (a.width !== b.width || a.height !== b.height) {
    throw new Error(`Pictures of ${a.width}×${a.height} and ${b.width}×${b.height} px.`);
  }
  const { width, height } = a;
  const options = { threshold: 0.1, includeAA: false };
  return pixelmatch(a.data, b.data, undefined, width, height, options) / (width * height);
}

/** Share of the pixels of two equally large pictures with a channel that changes by more levels. */
export function changedShare(a: Picture, b: Picture, levels: number): number {
  if (a.width !== b.width || a.height !== b.height) {
    throw new Error(`Pictures of ${a.width}×${a.height} and ${b.width}×${b.height} px.`);
  }
  let count = 0;
  for (let at = 0; at < a.data.length; at += 4) {
    const isChange = [at, at + 1, at + 2].some(
      (channel) => Math.abs((a.data[channel] as number) - (b.data[channel] as number)) > levels,
    );
    if (isChange) count += 1;
  }
  return count / (a.width * a.height);
}

/** Share of the pixels that are not white: 0 for an icon that was not drawn. */
function inkShare({ width, height, data }: Picture): number {
  const blank = new Uint8Array(data.length).fill(255);
  const inked = pixelmatch(data, blank, undefined, width, height, {
    threshold: 0.02,
    includeAA: true,
  });
  return inked / (width * height);
}

/** Share of differing pixels above which an icon counts as wrong. */
export const WRONG = 0.02;

/** The pictures that are not what they should be, by name, with what is off. Empty if all is well. */
export function wrongOnes(
  names: readonly string[],
  expected: readonly Picture[],
  actual: readonly Picture[],
): Record<string, string> {
  const wrong: Record<string, string> = {};
  for (const [index, name] of names.entries()) {
    const [a, b] = [expected[index], actual[index]];
    if (!a || !b) throw new Error(`No picture of '${name}'.`);
    const share = differingShare(a, b);
    if (inkShare(a) === 0) wrong[name] = 'the reference is blank';
    else if (inkShare(b) === 0) wrong[name] = 'blank';
    else if (share > WRONG) wrong[name] = `${(share * 100).toFixed(1)} % of the pixels differ`;
  }
  return wrong;
}
