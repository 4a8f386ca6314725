import type { Bitmap } from './bitmap/bytes.ts';
import { cleanGif } from './bitmap/gif.ts';
import { cleanJpeg } from './bitmap/jpeg.ts';
import { cleanPng, PNG_SIGNATURE } from './bitmap/png.ts';
import { cleanWebp } from './bitmap/webp.ts';
import { parseDataUrl } from './data-url.ts';

/** A bitmap embedded in an icon, reduced to the data that draws. */
export interface CleanBitmap {
  /** `data:image/<type>;base64,…` */
  readonly url: string;
  /** Number of pixels, at least 1. */
  readonly width: number;
  readonly height: number;
}

interface BitmapFormat {
  /** Part of the MIME type after `image/`. */
  readonly type: string;
  /** @param head the first 12 bytes */
  readonly matches: (head: string) => boolean;
  readonly clean: (bytes: Uint8Array) => Bitmap | undefined;
}

/**
 * Supported formats, detected as browsers detect them. Source: WHATWG MIME Sniffing, 6.1.
 */
const FORMATS: readonly BitmapFormat[] = [
  { type: 'png', matches: (head) => head.startsWith(PNG_SIGNATURE), clean: cleanPng },
  { type: 'jpeg', matches: (head) => head.startsWith('\xff\xd8\xff'), clean: cleanJpeg },
  { type: 'gif', matches: (head) => /^GIF8[79]a/.test(head), clean: cleanGif },
  { type: 'webp', matches: (head) => /^RIFF.{4}WEBP/s.test(head), clean: cleanWebp },
];

/**
 * Reads the bitmap of a data URL by its bytes, not by the type in the URL, and writes it as base64
 * without metadata (names, places, programs, thumbnails).
 *
 * `data:image/png;name=me.png;base64,iVBO Rw0K…` → `data:image/png;base64,iVBORw0K…`
 *
 * `undefined` if it is not a complete, valid PNG, JPEG, GIF or WebP. AVIF is not supported, since
 * its tables contain offsets: metadata cannot be removed without rewriting them. Never throws; runs
 * in time linear in the length.
 */
export function cleanBitmap(dataUrl: string): CleanBitmap | undefined {
  const bytes = parseDataUrl(dataUrl)?.bytes;
  if (!bytes) return undefined;
  try {
    const head = String.fromCharCode(...bytes.subarray(0, 12));
    const format = FORMATS.find(({ matches }) => matches(head));
    const cleaned = format?.clean(bytes);
    if (!format || !cleaned) return undefined;
    const { width, height } = cleaned;
    return { url: `data:image/${format.type};base64,${toBase64(cleaned.bytes)}`, width, height };
  } catch (error) {
    // The bitmap declares more data than it has.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function toBase64(bytes: Uint8Array): string {
  const chunks: string[] = [];
  // Some engines limit the number of arguments.
  for (let start = 0; start < bytes.length; start += CHUNK_SIZE) {
    chunks.push(String.fromCharCode(...bytes.subarray(start, start + CHUNK_SIZE)));
  }
  return btoa(chunks.join(''));
}

const CHUNK_SIZE = 8192;
