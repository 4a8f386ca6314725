import { type Bitmap, concat, dataViewOf, latin1At, latin1Bytes, slice } from './bytes.ts';

/** Flags of VP8X that affect rendering: animation, transparency, color profile. */
const VISIBLE_FLAGS = 0x02 | 0x10 | 0x20;
const ANIMATION_FLAG = 0x02;

/** Chunks that affect rendering, in still and animated pictures. Source: RFC 9649, 2.7. */
const STILL_CHUNKS = /^(VP8X|ICCP|ALPH|VP8 |VP8L)$/;
const ANIMATED_CHUNKS = /^(VP8X|ICCP|ANIM|ANMF)$/;
const FRAME_CHUNKS = /^(ALPH|VP8 |VP8L)$/;

/** Length of a frame header. Source: RFC 9649, 2.7.1.1, figure 9. */
const FRAME_HEADER = 16;

type BitmapSize = Omit<Bitmap, 'bytes'>;

interface Chunk {
  readonly type: string;
  readonly data: Uint8Array;
}

/** Removes Exif, XMP, unknown chunks and trailing data from a WebP. */
export function cleanWebp(bytes: Uint8Array): Bitmap | undefined {
  // The length in the head counts from after itself, and so includes the letters WEBP.
  const allChunks = readChunks(slice(bytes, 12, dataViewOf(bytes).getUint32(4, true) - 4));
  const header = allChunks[0]?.type === 'VP8X' ? allChunks[0].data : undefined;
  const isAnimated =
    header !== undefined && (dataViewOf(header).getUint8(0) & ANIMATION_FLAG) !== 0;
  const visibleTypes = isAnimated ? ANIMATED_CHUNKS : STILL_CHUNKS;
  const visibleChunks = allChunks
    .filter(({ type }, index) => visibleTypes.test(type) && (type !== 'VP8X' || index === 0))
    .map(cleanChunk);
  const size = isAnimated ? animatedSize(header, visibleChunks) : stillSize(header, visibleChunks);
  if (!size) return undefined;
  return {
    bytes: writeRiff(concat([latin1Bytes('WEBP'), ...visibleChunks.map(writeChunk)])),
    ...size,
  };
}

function readChunks(bytes: Uint8Array): readonly Chunk[] {
  const chunks: Chunk[] = [];
  for (let start = 0; start < bytes.length; ) {
    const length = dataViewOf(bytes).getUint32(start + 4, true);
    chunks.push({ type: latin1At(bytes, start, 4), data: slice(bytes, start + 8, length) });
    // Each chunk begins at an even offset.
    start += 8 + length + (length % 2);
  }
  return chunks;
}

function cleanChunk({ type, data }: Chunk): Chunk {
  if (type === 'VP8X') {
    const flags = dataViewOf(data).getUint8(0) & VISIBLE_FLAGS;
    return { type, data: concat([Uint8Array.of(flags, 0, 0, 0), slice(data, 4, 6)]) };
  }
  if (type !== 'ANMF') return { type, data };
  const parts = readChunks(data.subarray(FRAME_HEADER)).filter((part) =>
    FRAME_CHUNKS.test(part.type),
  );
  return { type, data: concat([slice(data, 0, FRAME_HEADER), ...parts.map(writeChunk)]) };
}

function writeChunk({ type, data }: Chunk): Uint8Array {
  const head = concat([latin1Bytes(type), new Uint8Array(4)]);
  dataViewOf(head).setUint32(4, data.length, true);
  return concat([head, data, new Uint8Array(data.length % 2)]);
}

function writeRiff(data: Uint8Array): Uint8Array {
  return writeChunk({ type: 'RIFF', data });
}

/** Size of the only picture, which must equal that of the header. Source: RFC 9649, 2.7. */
function stillSize(
  header: Uint8Array | undefined,
  chunks: readonly Chunk[],
): BitmapSize | undefined {
  const pictures = chunks.filter(({ type }) => type === 'VP8 ' || type === 'VP8L');
  const size = pictures.length === 1 ? pictureSize(pictures[0] as Chunk) : undefined;
  if (!size || !header) return size;
  const { width, height } = readSize(header, 4);
  return width === size.width && height === size.height ? size : undefined;
}

/** Size of the canvas; `undefined` if a frame exceeds it. */
function animatedSize(header: Uint8Array, chunks: readonly Chunk[]): BitmapSize | undefined {
  const canvas = readSize(header, 4);
  const frames = chunks.filter(({ type }) => type === 'ANMF');
  const fits = frames.every(({ data }) => {
    const size = readSize(data, 6);
    const [left, top] = [readUint24(data, 0) * 2, readUint24(data, 3) * 2];
    if (left + size.width > canvas.width || top + size.height > canvas.height) return false;
    const picture = stillSize(undefined, readChunks(data.subarray(FRAME_HEADER)));
    return picture?.width === size.width && picture.height === size.height;
  });
  return fits && frames.length > 0 ? canvas : undefined;
}

/** Size of a picture chunk. Source: RFC 6386, 9.1, and RFC 9649, 3.4. */
function pictureSize({ type, data }: Chunk): BitmapSize | undefined {
  const view = dataViewOf(data);
  if (type === 'VP8L') {
    const bits = view.getUint32(1, true);
    const isLossless = view.getUint8(0) === 0x2f;
    return isLossless
      ? { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
      : undefined;
  }
  if (latin1At(data, 3, 3) !== '\x9d\x01\x2a') return undefined;
  const [width, height] = [view.getUint16(6, true) & 0x3fff, view.getUint16(8, true) & 0x3fff];
  return width > 0 && height > 0 ? { width, height } : undefined;
}

/** Reads two numbers of three bytes, each stored as one less. */
function readSize(bytes: Uint8Array, start: number): BitmapSize {
  return { width: readUint24(bytes, start) + 1, height: readUint24(bytes, start + 3) + 1 };
}

function readUint24(bytes: Uint8Array, start: number): number {
  const view = dataViewOf(bytes);
  return view.getUint16(start, true) | (view.getUint8(start + 2) << 16);
}
