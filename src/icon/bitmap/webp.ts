import { type Bitmap, concat, fromLetters, lettersAt, slice, viewOf } from './bytes.ts';

/** Flags of VP8X that affect rendering: animation, transparency, color profile. */
const DRAWN_FLAGS = 0x02 | 0x10 | 0x20;
const ANIMATION = 0x02;

/** Chunks that affect rendering, in still and animated pictures. Source: RFC 9649, 2.7. */
const STILL = /^(VP8X|ICCP|ALPH|VP8 |VP8L)$/;
const MOVING = /^(VP8X|ICCP|ANIM|ANMF)$/;
const FRAME = /^(ALPH|VP8 |VP8L)$/;

/** Length of a frame header. Source: RFC 9649, 2.7.1.1, figure 9. */
const FRAME_HEADER = 16;

type Size = Omit<Bitmap, 'bytes'>;

interface Chunk {
  readonly type: string;
  readonly data: Uint8Array;
}

/** Removes Exif, XMP, unknown chunks and trailing data from a WebP. */
export function cleanWebp(bytes: Uint8Array): Bitmap | undefined {
  // The length in the head counts from after itself, and so includes the letters WEBP.
  const found = chunksOf(slice(bytes, 12, viewOf(bytes).getUint32(4, true) - 4));
  const header = found[0]?.type === 'VP8X' ? found[0].data : undefined;
  const isMoving = header !== undefined && (viewOf(header).getUint8(0) & ANIMATION) !== 0;
  const known = isMoving ? MOVING : STILL;
  const kept = found
    .filter(({ type }, index) => known.test(type) && (type !== 'VP8X' || index === 0))
    .map(cleaned);
  const size = isMoving ? sizeOfMoving(header, kept) : sizeOfStill(header, kept);
  if (!size) return undefined;
  return { bytes: riff(concat([fromLetters('WEBP'), ...kept.map(written)])), ...size };
}

function chunksOf(bytes: Uint8Array): readonly Chunk[] {
  const chunks: Chunk[] = [];
  for (let start = 0; start < bytes.length; ) {
    const length = viewOf(bytes).getUint32(start + 4, true);
    chunks.push({ type: lettersAt(bytes, start, 4), data: slice(bytes, start + 8, length) });
    // Each chunk begins at an even offset.
    start += 8 + length + (length % 2);
  }
  return chunks;
}

function cleaned({ type, data }: Chunk): Chunk {
  if (type === 'VP8X') {
    const flags = viewOf(data).getUint8(0) & DRAWN_FLAGS;
    return { type, data: concat([Uint8Array.of(flags, 0, 0, 0), slice(data, 4, 6)]) };
  }
  if (type !== 'ANMF') return { type, data };
  const parts = chunksOf(data.subarray(FRAME_HEADER)).filter((part) => FRAME.test(part.type));
  return { type, data: concat([slice(data, 0, FRAME_HEADER), ...parts.map(written)]) };
}

function written({ type, data }: Chunk): Uint8Array {
  const head = concat([fromLetters(type), new Uint8Array(4)]);
  viewOf(head).setUint32(4, data.length, true);
  return concat([head, data, new Uint8Array(data.length % 2)]);
}

function riff(data: Uint8Array): Uint8Array {
  return written({ type: 'RIFF', data });
}

/** Size of the only picture, which must equal that of the header. Source: RFC 9649, 2.7. */
function sizeOfStill(header: Uint8Array | undefined, chunks: readonly Chunk[]): Size | undefined {
  const pictures = chunks.filter(({ type }) => type === 'VP8 ' || type === 'VP8L');
  const size = pictures.length === 1 ? sizeOfPicture(pictures[0] as Chunk) : undefined;
  if (!size || !header) return size;
  const { width, height } = sizeAt(header, 4);
  return width === size.width && height === size.height ? size : undefined;
}

/** Size of the canvas; `undefined` if a frame exceeds it. */
function sizeOfMoving(header: Uint8Array, chunks: readonly Chunk[]): Size | undefined {
  const canvas = sizeAt(header, 4);
  const frames = chunks.filter(({ type }) => type === 'ANMF');
  const fits = frames.every(({ data }) => {
    const size = sizeAt(data, 6);
    const [left, top] = [uint24(data, 0) * 2, uint24(data, 3) * 2];
    if (left + size.width > canvas.width || top + size.height > canvas.height) return false;
    const picture = sizeOfStill(undefined, chunksOf(data.subarray(FRAME_HEADER)));
    return picture?.width === size.width && picture.height === size.height;
  });
  return fits && frames.length > 0 ? canvas : undefined;
}

/** Size of a picture chunk. Source: RFC 6386, 9.1, and RFC 9649, 3.4. */
function sizeOfPicture({ type, data }: Chunk): Size | undefined {
  const view = viewOf(data);
  if (type === 'VP8L') {
    const bits = view.getUint32(1, true);
    const isLossless = view.getUint8(0) === 0x2f;
    return isLossless
      ? { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
      : undefined;
  }
  if (lettersAt(data, 3, 3) !== '\x9d\x01\x2a') return undefined;
  const [width, height] = [view.getUint16(6, true) & 0x3fff, view.getUint16(8, true) & 0x3fff];
  return width > 0 && height > 0 ? { width, height } : undefined;
}

/** Reads two numbers of three bytes, each stored as one less. */
function sizeAt(bytes: Uint8Array, start: number): Size {
  return { width: uint24(bytes, start) + 1, height: uint24(bytes, start + 3) + 1 };
}

function uint24(bytes: Uint8Array, start: number): number {
  const view = viewOf(bytes);
  return view.getUint16(start, true) | (view.getUint8(start + 2) << 16);
}
