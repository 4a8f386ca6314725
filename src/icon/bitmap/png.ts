import { type Bitmap, concat, dataViewOf, latin1At, latin1Bytes, slice } from './bytes.ts';
import { crc32 } from './crc32.ts';
import { extractOrientation } from './orientation.ts';

export const PNG_SIGNATURE = '\x89PNG\r\n\x1a\n';

/** Critical chunks. Source: PNG (third edition), 4.7. */
const CRITICAL = /^(IHDR|PLTE|IDAT|IEND)$/;

/**
 * Chunks that affect rendering, with their largest length in bytes. Source: PNG (third edition),
 * 11.
 */
const MAX_CHUNK_LENGTHS: Readonly<Record<string, number>> = {
  IHDR: 13,
  PLTE: 768,
  IDAT: Number.POSITIVE_INFINITY,
  IEND: 0,
  tRNS: 256,
  gAMA: 4,
  cHRM: 32,
  sRGB: 1,
  iCCP: Number.POSITIVE_INFINITY,
  sBIT: 4,
  bKGD: 6,
  pHYs: 9,
  cICP: 4,
  acTL: 8,
  fcTL: 26,
  fdAT: Number.POSITIVE_INFINITY,
};

/**
 * Removes chunks that do not affect rendering, the name of the color profile and trailing data from
 * a PNG.
 */
export function cleanPng(bytes: Uint8Array): Bitmap | undefined {
  const view = dataViewOf(bytes);
  if (view.getUint32(PNG_SIGNATURE.length) !== MAX_CHUNK_LENGTHS.IHDR) return undefined;
  const chunks: Uint8Array[] = [slice(bytes, 0, PNG_SIGNATURE.length)];
  let hasPixels = false;
  for (let start = PNG_SIGNATURE.length; ; ) {
    const length = view.getUint32(start);
    const type = latin1At(bytes, start + 4, 4);
    const data = slice(bytes, start + 8, length);
    const isFirst = start === PNG_SIGNATURE.length;
    if (isFirst !== (type === 'IHDR')) return undefined;
    const affectsRendering = length <= (MAX_CHUNK_LENGTHS[type] ?? -1);
    if (CRITICAL.test(type) && !affectsRendering) return undefined;
    if (affectsRendering) {
      const whole = slice(bytes, start, length + 12);
      // Decoders ignore a chunk with a wrong checksum, and some the chunks after it.
      if (crc32(whole.subarray(4, -4)) !== view.getUint32(start + 8 + length)) return undefined;
      chunks.push(type === 'iCCP' ? renameColorProfile(data) : whole);
    }
    const orientation = type === 'eXIf' ? extractOrientation(data) : undefined;
    if (orientation) chunks.push(writeChunk('eXIf', orientation));
    hasPixels ||= type === 'IDAT';
    if (type === 'IEND') break;
    start += length + 12;
  }
  // The header's first numbers, after the signature and the chunk's length and type.
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  if (!hasPixels || width === 0 || height === 0) return undefined;
  return { bytes: concat(chunks), width, height };
}

/** Gives a color profile a neutral name; empty if it is invalid: `Anna's monitor\0…` → `icc\0…` */
function renameColorProfile(profile: Uint8Array): Uint8Array {
  const end = profile.indexOf(0);
  if (end < 0) return new Uint8Array();
  return writeChunk('iCCP', concat([latin1Bytes('icc'), profile.subarray(end)]));
}

function writeChunk(type: string, data: Uint8Array): Uint8Array {
  const whole = concat([new Uint8Array(4), latin1Bytes(type), data, new Uint8Array(4)]);
  dataViewOf(whole).setUint32(0, data.length);
  dataViewOf(whole).setUint32(data.length + 8, crc32(whole.subarray(4, -4)));
  return whole;
}
