import { type Box, boxesIn } from './avif-boxes.ts';
import { placesIn } from './avif-places.ts';
import { type Bitmap, fromLetters, lettersAt, slice, viewOf } from './bytes.ts';

/** Item types of pictures; others are Exif, XMP and unknown data. Source: AVIF 1.1, 2 and 4. */
const PICTURES = /^(av01|grid|iovl|iden|tmap)$/;

/** Offset of the name in a box `hdlr`. Source: ISO/IEC 14496-12, 8.4.3. */
const HANDLER_NAME = 24;

/** Checks whether the brands of a file include AVIF. Source: AVIF 1.1, 6. */
export function isAvif(bytes: Uint8Array): boolean {
  if (lettersAt(bytes, 4, 4) !== 'ftyp') return false;
  const brands = lettersAt(bytes, 8, Math.min(viewOf(bytes).getUint32(0), 128) - 8);
  return /^(.{4})*avif/s.test(brands);
}

/**
 * Replaces everything in an AVIF that is not rendered by zeros; offsets in its tables must stay
 * valid, so nothing moves. `undefined` for invalid files and image sequences.
 */
export function cleanAvif(original: Uint8Array): Bitmap | undefined {
  const bytes = original.slice();
  const all = [...boxesIn(bytes)];
  const boxes = all.filter(({ isDrawn }) => isDrawn);
  const size = sizeOf(boxes);
  const drawn = drawnBytes(bytes, boxes);
  if (!size || !drawn || all.some(({ type }) => type === 'moov')) return undefined;
  for (const { name, content } of all.filter(({ isDrawn }) => !isDrawn)) {
    bytes.set(fromLetters('free'), name);
    content.fill(0);
  }
  for (const { type, content, start } of boxes) {
    if (type === 'hdlr') content.fill(0, HANDLER_NAME);
    else if (type === 'infe') cleanItem(content);
    else if (type === 'mdat' || type === 'idat') {
      content.forEach((_, index) => {
        if (drawn[start + index] === 0) content[index] = 0;
      });
    }
  }
  return { bytes, ...size };
}

/** Size of the largest picture; the parts of a grid and alpha planes have sizes, too. */
function sizeOf(boxes: readonly Box[]): Omit<Bitmap, 'bytes'> | undefined {
  const sizes = boxes
    .filter(({ type }) => type === 'ispe')
    .map(({ content }) => viewOf(content))
    .map((view) => ({ width: view.getUint32(4), height: view.getUint32(8) }));
  const areaOf = ({ width, height }: Omit<Bitmap, 'bytes'>) => width * height;
  const largest = sizes.sort((a, b) => areaOf(b) - areaOf(a))[0];
  return largest && areaOf(largest) > 0 ? largest : undefined;
}

/** Marks each byte of the file that belongs to a picture with 1; pictures may share bytes. */
function drawnBytes(bytes: Uint8Array, boxes: readonly Box[]): Uint8Array | undefined {
  const pictures = new Set(
    boxes
      .filter(({ type }) => type === 'infe')
      .map(({ content }) => itemOf(content))
      .filter(({ type }) => PICTURES.test(type))
      .map(({ id }) => id),
  );
  const box = boxes.find(({ type }) => type === 'idat');
  const tables = boxes
    .filter(({ type }) => type === 'iloc')
    .map(({ content }) => placesIn(content));
  const begun = new Int32Array(bytes.length + 1);
  for (const places of tables) {
    if (!places) return undefined;
    for (const { item, isInBox, start, length } of places) {
      if (!pictures.has(item)) continue;
      const [offset, whole] = isInBox ? [box?.start ?? 0, box?.content] : [0, bytes];
      if (!whole) return undefined;
      const part = slice(whole, start, length || whole.length - start);
      begun[offset + start] = (begun[offset + start] ?? 0) + 1;
      begun[offset + start + part.length] = (begun[offset + start + part.length] ?? 0) - 1;
    }
  }
  let within = 0;
  return Uint8Array.from(begun, (change) => {
    within += change;
    return within > 0 ? 1 : 0;
  });
}

interface Item {
  readonly id: number;
  readonly type: string;
  /** Offset of the type in the entry. */
  readonly start: number;
}

/** Parses a box `infe`. Source: ISO/IEC 14496-12, 8.11.6; no AVIF uses versions without a type. */
function itemOf(entry: Uint8Array): Item {
  const isLong = entry[0] === 3;
  const start = isLong ? 10 : 8;
  const view = viewOf(entry);
  return {
    id: isLong ? view.getUint32(4) : view.getUint16(4),
    type: lettersAt(entry, start, 4),
    start,
  };
}

/**
 * Clears the name of an item, and the type if it is no picture, so that readers skip removed data.
 */
function cleanItem(entry: Uint8Array): void {
  const { type, start } = itemOf(entry);
  if (!PICTURES.test(type)) entry.set(fromLetters('skip'), start);
  entry.fill(0, start + 4);
}
