import { dataViewOf } from './bytes.ts';

/** Tag of the orientation of a camera. Source: Exif 2.32, 4.6.4 A. */
const ORIENTATION = 0x0112;

/**
 * Extracts the only Exif data that affects rendering: the orientation. `undefined` if it is missing
 * or the default. Source: TIFF 6.0, section 2.
 *
 * @param tiff the data from its byte order mark on, `II` or `MM`.
 */
export function extractOrientation(tiff: Uint8Array): Uint8Array | undefined {
  try {
    const cameraOrientation = readOrientation(dataViewOf(tiff));
    return cameraOrientation >= 2 && cameraOrientation <= 8
      ? createTiff(cameraOrientation)
      : undefined;
  } catch (error) {
    // Browsers ignore truncated Exif data.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Orientation from 1 to 8, or 0 if it is missing. */
function readOrientation(view: DataView): number {
  const byteOrder = view.getUint16(0);
  const isLittle = byteOrder === 0x4949;
  if ((!isLittle && byteOrder !== 0x4d4d) || view.getUint16(2, isLittle) !== 42) return 0;
  const directory = view.getUint32(4, isLittle);
  const entries = view.getUint16(directory, isLittle);
  for (let index = 0; index < entries; index++) {
    const entry = directory + 2 + index * 12;
    if (view.getUint16(entry, isLittle) === ORIENTATION) return view.getUint16(entry + 8, isLittle);
  }
  return 0;
}

/** A directory with one entry: tag, type SHORT, count 1, value; and no directory after it. */
function createTiff(orientation: number): Uint8Array {
  return Uint8Array.from([
    ...[0x49, 0x49, 42, 0, 8, 0, 0, 0],
    ...[1, 0, ORIENTATION & 0xff, ORIENTATION >> 8, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0],
    ...[0, 0, 0, 0],
  ]);
}
