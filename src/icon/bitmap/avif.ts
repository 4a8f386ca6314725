import { type Box, boxesIn } from './avif-boxes.ts';
import { placesIn } from './avif-places.ts';
import { type Bitmap, fromLetters, lettersAt, slice, viewOf } from './bytes.ts';

/** Items that are pictures; the rest is Exif, XMP and what nobody knows. Source: AVIF 1.1, 2 and 4. */
const PICTURES = /^(av01|grid|iovl|iden|tmap)$/;

/** Where the name stands in a box `hdlr`, after numbers. Source: ISO/IEC 14496-12, 8.4.3. */
const HANDLER_NAME = 24;

/** Whether a file says that it is an AVIF. Source: AVIF 1.1, 6. */
export function isAvif(bytes: Uint8Array): boolean {
  if (lettersAt(bytes, 4, 4) !== 'ftyp') return false;
  const brands = lettersAt(bytes, 8, Math.min(viewOf(bytes).getUint32(0), 128) - 8);
  return /^(.{4})*avif/s.test(brands);
}

/**
 * An AVIF in which zeros stand for all that is not drawn: its tables name places in the file, so
 * nothing may move. Not one with a movie, whose parts are listed otherwise.
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

/** The largest picture: of a grid, or of one with an alpha of its own, all say their sizes. */
function sizeOf(boxes: readonly Box[]): Omit<Bitmap, 'bytes'> | undefined {
  const sizes = boxes
    .filter(({ type }) => type === 'ispe')
    .map(({ content }) => viewOf(content))
    .map((view) => ({ width: view.getUint32(4), height: view.getUint32(8) }));
  const areaOf = ({ width, height }: Omit<Bitmap, 'bytes'>) => width * height;
  const largest = sizes.sort((a, b) => areaOf(b) - areaOf(a))[0];
  return largest && areaOf(largest) > 0 ? largest : undefined;
}

/** 1 for each byte of the file that is a picture's; two may share some. */
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
  /** Where the type stands. */
  readonly start: number;
}

/** Source: ISO/IEC 14496-12, 8.11.6; older versions have no type, and no AVIF has them. */
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

/** No name, and of what is no picture no type either, lest a reader look for what is gone. */
function cleanItem(entry: Uint8Array): void {
  const { type, start } = itemOf(entry);
  if (!PICTURES.test(type)) entry.set(fromLetters('skip'), start);
  entry.fill(0, start + 4);
}
