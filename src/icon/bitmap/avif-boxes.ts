import { lettersAt, slice, viewOf } from './bytes.ts';

/** A box of an AVIF. Offsets are bytes from the start of the file. */
export interface Box {
  readonly type: string;
  /** Offset of the type. */
  readonly name: number;
  /** Content, not copied. */
  readonly content: Uint8Array;
  /** Offset of the content. */
  readonly start: number;
  readonly isDrawn: boolean;
}

/** Item properties that affect rendering. Source: HEIF (ISO/IEC 23008-12), 6.5; AVIF 1.1, 2.3. */
const PROPERTIES = [
  ...['ispe', 'pixi', 'av1C', 'colr', 'pasp', 'clap', 'irot', 'imir', 'auxC', 'clli', 'mdcv'],
  ...['cclv', 'amve', 'reve', 'ndwt', 'a1op', 'a1lx', 'lsel', 'iscl', 'rloc'],
];

/** Boxes that affect rendering, by their parent box; '' is the file. Source: HEIF, 6.2 and 10.2. */
const DRAWN: Readonly<Record<string, readonly string[]>> = {
  '': ['ftyp', 'meta', 'mdat'],
  meta: ['hdlr', 'pitm', 'iloc', 'iinf', 'iref', 'iprp', 'idat', 'grpl'],
  iinf: ['infe'],
  iprp: ['ipco', 'ipma'],
  ipco: PROPERTIES,
};

/**
 * Reads the boxes of a file and, after each, its child boxes. Source: ISO/IEC 14496-12, 4.2.
 *
 * @throws {RangeError} if a box is longer than its parent.
 */
export function* boxesIn(bytes: Uint8Array, parent = '', offset = 0): Generator<Box> {
  for (let head = 0; head < bytes.length; ) {
    const view = viewOf(bytes);
    const short = view.getUint32(head);
    const header = short === 1 ? 16 : 8;
    const length = short === 1 ? Number(view.getBigUint64(head + 8)) : short || bytes.length - head;
    const type = lettersAt(bytes, head + 4, 4);
    const content = slice(bytes, head + header, length - header);
    const isDrawn = DRAWN[parent]?.includes(type) ?? false;
    const start = offset + head + header;
    yield { type, name: offset + head + 4, content, start, isDrawn };
    if (isDrawn && DRAWN[type]) {
      const before = beforeBoxes(type, content);
      yield* boxesIn(slice(content, before, content.length - before), type, start + before);
    }
    head += length;
  }
}

/**
 * Bytes in a box before its child boxes: version and flags, and a count. Source: 8.11.1 and 8.11.6.
 */
function beforeBoxes(type: string, content: Uint8Array): number {
  if (type === 'meta') return 4;
  if (type === 'iinf') return content[0] === 0 ? 6 : 8;
  return 0;
}
