import { type AvifBox, readBoxes } from './avif-boxes.ts';
import { readItemExtents } from './avif-item-location.ts';
import { type Bitmap, dataViewOf, latin1At, latin1Bytes, slice } from './bytes.ts';

/** Item types of pictures; others are Exif, XMP and unknown data. Source: AVIF 1.1, 2 and 4. */
const PICTURE_TYPES = /^(av01|grid|iovl|iden|tmap)$/;

/** Offset of the name in a box `hdlr`. Source: ISO/IEC 14496-12, 8.4.3. */
const HANDLER_NAME = 24;

/** Checks whether the brands of a file include AVIF. Source: AVIF 1.1, 6. */
export function isAvif(bytes: Uint8Array): boolean {
  if (latin1At(bytes, 4, 4) !== 'ftyp') return false;
  const brands = latin1At(bytes, 8, Math.min(dataViewOf(bytes).getUint32(0), 128) - 8);
  return /^(.{4})*avif/s.test(brands);
}

/**
 * Replaces everything in an AVIF that is not rendered by zeros; offsets in its tables must stay
 * valid, so nothing moves. `undefined` for invalid files and image sequences.
 */
export function cleanAvif(original: Uint8Array): Bitmap | undefined {
  const bytes = original.slice();
  const all = [...readBoxes(bytes)];
  const boxes = all.filter(({ affectsRendering }) => affectsRendering);
  const size = largestSize(boxes);
  const pictureBytes = markPictureBytes(bytes, boxes);
  if (!size || !pictureBytes || all.some(({ type }) => type === 'moov')) return undefined;
  for (const { typeOffset, content } of all.filter(({ affectsRendering }) => !affectsRendering)) {
    bytes.set(latin1Bytes('free'), typeOffset);
    content.fill(0);
  }
  for (const { type, content, contentOffset } of boxes) {
    if (type === 'hdlr') content.fill(0, HANDLER_NAME);
    else if (type === 'infe') cleanItem(content);
    else if (type === 'mdat' || type === 'idat') {
      content.forEach((_, index) => {
        if (pictureBytes[contentOffset + index] === 0) content[index] = 0;
      });
    }
  }
  return { bytes, ...size };
}

/** Size of the largest picture; the parts of a grid and alpha planes have sizes, too. */
function largestSize(boxes: readonly AvifBox[]): Omit<Bitmap, 'bytes'> | undefined {
  const sizes = boxes
    .filter(({ type }) => type === 'ispe')
    .map(({ content }) => dataViewOf(content))
    .map((view) => ({ width: view.getUint32(4), height: view.getUint32(8) }));
  const areaOf = ({ width, height }: Omit<Bitmap, 'bytes'>) => width * height;
  const largest = sizes.sort((a, b) => areaOf(b) - areaOf(a))[0];
  return largest && areaOf(largest) > 0 ? largest : undefined;
}

/** Marks each byte of the file that belongs to a picture with 1; pictures may share bytes. */
function markPictureBytes(bytes: Uint8Array, boxes: readonly AvifBox[]): Uint8Array | undefined {
  const pictures = new Set(
    boxes
      .filter(({ type }) => type === 'infe')
      .map(({ content }) => parseItem(content))
      .filter(({ type }) => PICTURE_TYPES.test(type))
      .map(({ id }) => id),
  );
  const idat = boxes.find(({ type }) => type === 'idat');
  const tables = boxes
    .filter(({ type }) => type === 'iloc')
    .map(({ content }) => readItemExtents(content));
  const depthChanges = new Int32Array(bytes.length + 1);
  for (const extents of tables) {
    if (!extents) return undefined;
    for (const { item, isInIdat, start, length } of extents) {
      if (!pictures.has(item)) continue;
      const [offset, container] = isInIdat ? [idat?.contentOffset ?? 0, idat?.content] : [0, bytes];
      if (!container) return undefined;
      const part = slice(container, start, length || container.length - start);
      depthChanges[offset + start] = (depthChanges[offset + start] ?? 0) + 1;
      depthChanges[offset + start + part.length] =
        (depthChanges[offset + start + part.length] ?? 0) - 1;
    }
  }
  let depth = 0;
  return Uint8Array.from(depthChanges, (change) => {
    depth += change;
    return depth > 0 ? 1 : 0;
  });
}

interface AvifItem {
  readonly id: number;
  readonly type: string;
  /** Offset of the type in the entry. */
  readonly start: number;
}

/** Parses a box `infe`. Source: ISO/IEC 14496-12, 8.11.6; no AVIF uses versions without a type. */
function parseItem(entry: Uint8Array): AvifItem {
  const isLong = entry[0] === 3;
  const start = isLong ? 10 : 8;
  const view = dataViewOf(entry);
  return {
    id: isLong ? view.getUint32(4) : view.getUint16(4),
    type: latin1At(entry, start, 4),
    start,
  };
}

/**
 * Clears the name of an item, and the type if it is no picture, so that readers skip removed data.
 */
function cleanItem(entry: Uint8Array): void {
  const { type, start } = parseItem(entry);
  if (!PICTURE_TYPES.test(type)) entry.set(latin1Bytes('skip'), start);
  entry.fill(0, start + 4);
}
