import { type Bitmap, concat, dataViewOf, latin1At, latin1Bytes, slice } from './bytes.ts';
import { extractOrientation } from './orientation.ts';

/** Markers by ITU-T T.81, table B.1. */
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;

/** Tables, intervals and numbers of lines: DHT, DAC, DQT, DNL, DRI. */
const TABLES: ReadonlySet<number> = new Set([0xc4, 0xcc, 0xdb, 0xdc, 0xdd]);

const EXIF = 'Exif\0\0';
const JFIF = 'JFIF\0';
/** Length of a JFIF segment before its thumbnail. Source: JFIF 1.02, page 5. */
const JFIF_LENGTH = 14;

/**
 * Removes thumbnails, comments, application data and trailing data from a JPEG, except orientation
 * and color information.
 */
export function cleanJpeg(bytes: Uint8Array): Bitmap | undefined {
  const view = dataViewOf(bytes);
  const segments: Uint8Array[] = [Uint8Array.of(0xff, 0xd8)];
  let size: Omit<Bitmap, 'bytes'> | undefined;
  let [hasOrientation, hasScan] = [false, false];
  for (let start = 2; ; ) {
    const marker = findMarker(bytes, start);
    const code = view.getUint8(marker + 1);
    if (code === EOI) break;
    const data = slice(bytes, marker + 4, view.getUint16(marker + 2) - 2);
    start = marker + 4 + data.length;
    if (isFrame(code)) {
      if (size) return undefined;
      const frame = dataViewOf(data);
      size = { width: frame.getUint16(3), height: frame.getUint16(1) };
      segments.push(writeSegment(code, data));
    } else if (code === SOS) {
      const end = findScanEnd(bytes, start);
      segments.push(writeSegment(code, data), slice(bytes, start, end - start));
      start = end;
      hasScan = true;
    } else if (TABLES.has(code)) {
      segments.push(writeSegment(code, data));
    } else if (isMetadata(code)) {
      // Browsers use the first of two.
      const metadata = code === APP1 && hasOrientation ? undefined : visibleMetadata(code, data);
      hasOrientation ||= code === APP1 && metadata !== undefined;
      if (metadata) segments.push(writeSegment(code, metadata));
    } else return undefined;
  }
  if (!size || !hasScan || size.width === 0 || size.height === 0) return undefined;
  return { bytes: concat([...segments, Uint8Array.of(0xff, EOI)]), ...size };
}

/** Offset of the last `ff` of the next marker; decoders skip what precedes it. */
function findMarker(bytes: Uint8Array, start: number): number {
  for (let marker = bytes.indexOf(0xff, start); marker >= 0; ) {
    const code = bytes[marker + 1];
    if (code !== 0 && code !== 0xff) return marker;
    marker = code === 0 ? bytes.indexOf(0xff, marker + 2) : marker + 1;
  }
  throw new RangeError('The file ends without a marker.');
}

/** SOF0 to SOF15, without the three codes among them that are tables or not in use. */
function isFrame(code: number): boolean {
  return code >= 0xc0 && code <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(code);
}

/** Application data, extensions and comments. */
function isMetadata(code: number): boolean {
  return code >= APP0 && code <= 0xfe;
}

/** The part of application data that affects rendering. */
function visibleMetadata(code: number, data: Uint8Array): Uint8Array | undefined {
  const startsWith = (prefix: string) =>
    data.length >= prefix.length && latin1At(data, 0, prefix.length) === prefix;
  if (code === APP0 && startsWith(JFIF) && data.length >= JFIF_LENGTH) {
    // The last two bytes are the thumbnail's size.
    return concat([data.subarray(0, JFIF_LENGTH - 2), new Uint8Array(2)]);
  }
  if (code === APP1 && startsWith(EXIF)) {
    const orientation = extractOrientation(data.subarray(EXIF.length));
    return orientation && concat([latin1Bytes(EXIF), orientation]);
  }
  if (code === APP2 && startsWith('ICC_PROFILE\0')) return data;
  // Declares the color space in its first 12 bytes.
  if (code === APP14 && startsWith('Adobe') && data.length >= 12) return data.subarray(0, 12);
  return undefined;
}

/** First byte after the pixels of a scan, in which `ff00` is a byte and `ffd0` to `ffd7` restart. */
function findScanEnd(bytes: Uint8Array, start: number): number {
  for (let end = bytes.indexOf(0xff, start); end >= 0; end = bytes.indexOf(0xff, end)) {
    let next = end + 1;
    while (bytes[next] === 0xff) next += 1;
    const code = bytes[next];
    if (code === undefined) break;
    if (code !== 0 && (code < 0xd0 || code > 0xd7)) return end;
    end = next + 1;
  }
  throw new RangeError('The file ends within its pixels.');
}

function writeSegment(code: number, data: Uint8Array): Uint8Array {
  const length = data.length + 2;
  return concat([Uint8Array.of(0xff, code, length >> 8, length & 0xff), data]);
}
