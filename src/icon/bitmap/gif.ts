import { type Bitmap, concat, fromLetters, lettersAt, slice, viewOf } from './bytes.ts';

/** First bytes of blocks and extensions. Source: GIF89a, appendix A. */
const IMAGE = 0x2c;
const EXTENSION = 0x21;
const TRAILER = 0x3b;
const CONTROL = 0xf9;
const PLAIN_TEXT = 0x01;
const APPLICATION = 0xff;

/** Application extensions with the loop count of an animation. */
const LOOPS = /^(NETSCAPE2\.0|ANIMEXTS1\.0)$/;

/** Removes comments, texts, application data and trailing data from a GIF. */
export function cleanGif(bytes: Uint8Array): Bitmap | undefined {
  const view = viewOf(bytes);
  let start = 13 + colorTableLength(view.getUint8(10));
  const kept: Uint8Array[] = [slice(bytes, 0, start)];
  let [width, height] = [view.getUint16(6, true), view.getUint16(8, true)];
  let control = new Uint8Array();
  let hasPicture = false;
  for (let block = view.getUint8(start); block !== TRAILER; block = view.getUint8(start)) {
    if (block === IMAGE) {
      const head = start + 10 + colorTableLength(view.getUint8(start + 9));
      const end = endOfData(view, head + 1);
      kept.push(control, slice(bytes, start, end - start));
      // Browsers extend the canvas for a frame that is larger than the declared size.
      width = Math.max(width, view.getUint16(start + 1, true) + view.getUint16(start + 5, true));
      height = Math.max(height, view.getUint16(start + 3, true) + view.getUint16(start + 7, true));
      [control, hasPicture, start] = [new Uint8Array(), true, end];
      continue;
    }
    if (block !== EXTENSION) return undefined;
    const label = view.getUint8(start + 1);
    const end = endOfData(view, start + 2);
    const extension = slice(bytes, start, end - start);
    // It applies to the picture after it, or to the text.
    if (label === CONTROL) control = Uint8Array.from(extension);
    else if (label === PLAIN_TEXT) control = new Uint8Array();
    else if (label === APPLICATION) kept.push(loopOf(extension));
    if (label === CONTROL && (extension[2] !== 4 || extension.length !== 8)) return undefined;
    start = end;
  }
  if (!hasPicture || width === 0 || height === 0) return undefined;
  return { bytes: concat([...kept, Uint8Array.of(TRAILER)]), width, height };
}

/** Length in bytes of the color table that flags declare. */
function colorTableLength(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

/** Skips data blocks, each with its length in front, up to an empty one. */
function endOfData(view: DataView, start: number): number {
  let end = start;
  for (let length = view.getUint8(end); length > 0; length = view.getUint8(end)) end += length + 1;
  return end + 1;
}

/** Reduces an application extension to the loop count; empty if it has none. */
function loopOf(extension: Uint8Array): Uint8Array {
  const [head, data] = [slice(extension, 0, 3), extension.subarray(3)];
  if (head[2] !== 11 || !LOOPS.test(lettersAt(data, 0, 11))) return new Uint8Array();
  const [length, kind] = data.subarray(11);
  if (length !== 3 || kind !== 1) return new Uint8Array();
  return concat([head, slice(data, 0, 15), fromLetters('\0')]);
}
