import { type Bitmap, concat, dataViewOf, latin1At, latin1Bytes, slice } from './bytes.ts';

/** First bytes of blocks and extensions. Source: GIF89a, appendix A. */
const IMAGE = 0x2c;
const EXTENSION = 0x21;
const TRAILER = 0x3b;
const CONTROL = 0xf9;
const PLAIN_TEXT = 0x01;
const APPLICATION = 0xff;

/** Application extensions with the loop count of an animation. */
const LOOP_APPLICATIONS = /^(NETSCAPE2\.0|ANIMEXTS1\.0)$/;

/** Removes comments, texts, application data and trailing data from a GIF. */
export function cleanGif(bytes: Uint8Array): Bitmap | undefined {
  const view = dataViewOf(bytes);
  let start = 13 + colorTableLength(view.getUint8(10));
  const parts: Uint8Array[] = [slice(bytes, 0, start)];
  let [width, height] = [view.getUint16(6, true), view.getUint16(8, true)];
  let control = new Uint8Array();
  let hasPicture = false;
  for (
    let blockType = view.getUint8(start);
    blockType !== TRAILER;
    blockType = view.getUint8(start)
  ) {
    if (blockType === IMAGE) {
      const head = start + 10 + colorTableLength(view.getUint8(start + 9));
      const end = skipDataBlocks(view, head + 1);
      parts.push(control, slice(bytes, start, end - start));
      // Browsers extend the canvas for a frame that is larger than the declared size.
      width = Math.max(width, view.getUint16(start + 1, true) + view.getUint16(start + 5, true));
      height = Math.max(height, view.getUint16(start + 3, true) + view.getUint16(start + 7, true));
      [control, hasPicture, start] = [new Uint8Array(), true, end];
      continue;
    }
    if (blockType !== EXTENSION) return undefined;
    const label = view.getUint8(start + 1);
    const end = skipDataBlocks(view, start + 2);
    const extension = slice(bytes, start, end - start);
    // It applies to the picture after it, or to the text.
    if (label === CONTROL) control = Uint8Array.from(extension);
    else if (label === PLAIN_TEXT) control = new Uint8Array();
    else if (label === APPLICATION) parts.push(loopExtension(extension));
    if (label === CONTROL && (extension[2] !== 4 || extension.length !== 8)) return undefined;
    start = end;
  }
  if (!hasPicture || width === 0 || height === 0) return undefined;
  return { bytes: concat([...parts, Uint8Array.of(TRAILER)]), width, height };
}

/** Length in bytes of the color table that flags declare. */
function colorTableLength(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

/** Skips data blocks, each with its length in front, up to an empty one. */
function skipDataBlocks(view: DataView, start: number): number {
  let end = start;
  for (let length = view.getUint8(end); length > 0; length = view.getUint8(end)) end += length + 1;
  return end + 1;
}

/** Reduces an application extension to the loop count; empty if it has none. */
function loopExtension(extension: Uint8Array): Uint8Array {
  const [head, data] = [slice(extension, 0, 3), extension.subarray(3)];
  if (head[2] !== 11 || !LOOP_APPLICATIONS.test(latin1At(data, 0, 11))) return new Uint8Array();
  const [length, kind] = data.subarray(11);
  if (length !== 3 || kind !== 1) return new Uint8Array();
  return concat([head, slice(data, 0, 15), latin1Bytes('\0')]);
}
