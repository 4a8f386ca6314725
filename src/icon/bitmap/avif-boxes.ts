import { dataViewOf, latin1At, slice } from './bytes.ts';

/** A box of an AVIF. Offsets are bytes from the start of the file. */
export interface AvifBox {
  readonly type: string;
  /** Offset of the type. */
  readonly typeOffset: number;
  /** Content, not copied. */
  readonly content: Uint8Array;
  /** Offset of the content. */
  readonly contentOffset: number;
  readonly affectsRendering: boolean;
}

/** Item properties that affect rendering. Source: HEIF (ISO/IEC 23008-12), 6.5; AVIF 1.1, 2.3. */
const ITEM_PROPERTIES = [
  ...['ispe', 'pixi', 'av1C', 'colr', 'pasp', 'clap', 'irot', 'imir', 'auxC', 'clli', 'mdcv'],
  ...['cclv', 'amve', 'reve', 'ndwt', 'a1op', 'a1lx', 'lsel', 'iscl', 'rloc'],
];

/** Boxes that affect rendering, by their parent box; '' is the file. Source: HEIF, 6.2 and 10.2. */
const RENDERED_BOXES: Readonly<Record<string, readonly string[]>> = {
  '': ['ftyp', 'meta', 'mdat'],
  meta: ['hdlr', 'pitm', 'iloc', 'iinf', 'iref', 'iprp', 'idat', 'grpl'],
  iinf: ['infe'],
  iprp: ['ipco', 'ipma'],
  ipco: ITEM_PROPERTIES,
};

/**
 * Reads the boxes of a file and, after each, its child boxes. Source: ISO/IEC 14496-12, 4.2.
 *
 * @throws {RangeError} if a box is longer than its parent.
 */
export function* readBoxes(bytes: Uint8Array, parent = '', offset = 0): Generator<AvifBox> {
  for (let boxOffset = 0; boxOffset < bytes.length; ) {
    const view = dataViewOf(bytes);
    const size32 = view.getUint32(boxOffset);
    const header = size32 === 1 ? 16 : 8;
    const length =
      size32 === 1 ? Number(view.getBigUint64(boxOffset + 8)) : size32 || bytes.length - boxOffset;
    const type = latin1At(bytes, boxOffset + 4, 4);
    const content = slice(bytes, boxOffset + header, length - header);
    const affectsRendering = RENDERED_BOXES[parent]?.includes(type) ?? false;
    const contentOffset = offset + boxOffset + header;
    yield { type, typeOffset: offset + boxOffset + 4, content, contentOffset, affectsRendering };
    if (affectsRendering && RENDERED_BOXES[type]) {
      const prefix = prefixLength(type, content);
      yield* readBoxes(
        slice(content, prefix, content.length - prefix),
        type,
        contentOffset + prefix,
      );
    }
    boxOffset += length;
  }
}

/**
 * Bytes in a box before its child boxes: version and flags, and a count. Source: 8.11.1 and 8.11.6.
 */
function prefixLength(type: string, content: Uint8Array): number {
  if (type === 'meta') return 4;
  if (type === 'iinf') return content[0] === 0 ? 6 : 8;
  return 0;
}
