import { inflateSync } from 'node:zlib';

/** Opaque pixels, four bytes each: red, green, blue, 255. */
export interface OpaqueImage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** A part of a picture, in its pixels. */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Bytes of a pixel by PNG's color type: true color, and true color with opacity. */
const CHANNELS = new Map([
  [2, 3],
  [6, 4],
]);

/**
 * Reads a screenshot: a PNG with eight bits a channel, in true color, not interlaced, and opaque.
 *
 * @throws {Error} when it is another kind of PNG.
 */
export function decodeScreenshot(png: Uint8Array): OpaqueImage {
  const bytes = Buffer.from(png.buffer, png.byteOffset, png.byteLength);
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const channels = CHANNELS.get(bytes[25] ?? -1);
  if (bytes[24] !== 8 || channels === undefined || bytes[28] !== 0) {
    throw new Error('the browser sends an unknown kind of PNG');
  }
  const data: Buffer[] = [];
  for (let at = 8; at + 8 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT') {
      data.push(bytes.subarray(at + 8, at + 8 + length));
    }
    at += length + 12;
  }
  const rows = inflateSync(Buffer.concat(data));
  return { width, height, pixels: unfilter(rows, width, height, channels) };
}

/** Reverses the filters of the rows. Source: PNG, section 9, "Filtering". */
function unfilter(rows: Uint8Array, width: number, height: number, channels: number): Uint8Array {
  const pixels = new Uint8Array(width * height * 4).fill(255);
  const stride = width * channels;
  let above: Uint8Array = new Uint8Array(stride);
  for (let y = 0; y < height; y++) {
    const start = y * (stride + 1);
    const filter = rows[start];
    const row = rows.subarray(start + 1, start + 1 + stride);
    for (let at = 0; at < stride; at++) {
      const left = at < channels ? 0 : (row[at - channels] as number);
      const up = above[at] as number;
      const corner = at < channels ? 0 : (above[at - channels] as number);
      const predicted =
        filter === 0
          ? 0
          : filter === 1
            ? left
            : filter === 2
              ? up
              : filter === 3
                ? (left + up) >> 1
                : paeth(left, up, corner);
      row[at] = (row[at] as number) + predicted;
    }
    for (let x = 0; x < width; x++) {
      const to = (y * width + x) * 4;
      pixels[to] = row[x * channels] as number;
      pixels[to + 1] = row[x * channels + 1] as number;
      pixels[to + 2] = row[x * channels + 2] as number;
    }
    above = row;
  }
  return pixels;
}

function paeth(left: number, up: number, corner: number): number {
  const [a, b, c] = [
    Math.abs(up - corner),
    Math.abs(left - corner),
    Math.abs(left + up - 2 * corner),
  ];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

/** Copies a part of a picture. */
export function crop(picture: OpaqueImage, { x, y, width, height }: Region): OpaqueImage {
  const pixels = new Uint8Array(width * height * 4);
  for (let row = 0; row < height; row++) {
    const start = ((y + row) * picture.width + x) * 4;
    pixels.set(picture.pixels.subarray(start, start + width * 4), row * width * 4);
  }
  return { width, height, pixels };
}
