import { dataViewOf } from './bytes.ts';

/** Extent of an item: in the file, or in the box `idat`. */
export interface ItemExtent {
  readonly item: number;
  readonly isInIdat: boolean;
  readonly start: number;
  /** 0 means up to the end. */
  readonly length: number;
}

/**
 * Reads the extents of the box `iloc`; `undefined` if it uses features that no picture needs.
 * Source: ISO/IEC 14496-12, 8.11.3.
 */
export function readItemExtents(content: Uint8Array): readonly ItemExtent[] | undefined {
  const view = dataViewOf(content);
  let at = 0;
  const next = (size: number): number => {
    at += size;
    if (size === 0) return 0;
    if (size === 1) return view.getUint8(at - 1);
    if (size === 2) return view.getUint16(at - 2);
    if (size === 4) return view.getUint32(at - 4);
    return Number(view.getBigUint64(at - 8));
  };
  const version = next(4) >>> 24;
  const [sizes, baseAndIndexSizes] = [next(1), next(1)];
  const [offsetSize, lengthSize, baseOffsetSize] = [sizes >> 4, sizes & 15, baseAndIndexSizes >> 4];
  const indexSize = version === 0 ? 0 : baseAndIndexSizes & 15;
  if (version > 2 || ![offsetSize, lengthSize, baseOffsetSize, indexSize].every(isFieldSize))
    return undefined;

  const extents: ItemExtent[] = [];
  for (let itemsLeft = next(version < 2 ? 2 : 4); itemsLeft > 0; itemsLeft--) {
    const item = next(version < 2 ? 2 : 4);
    const method = version === 0 ? 0 : next(2) & 15;
    const dataReference = next(2);
    const baseOffset = next(baseOffsetSize);
    const extentCount = next(2);
    // The number of empty extents is not bounded by the file.
    if (method > 1 || dataReference !== 0 || (extentCount > 1 && lengthSize === 0))
      return undefined;
    for (let extentIndex = 0; extentIndex < extentCount; extentIndex++) {
      next(indexSize);
      const start = baseOffset + next(offsetSize);
      extents.push({ item, isInIdat: method === 1, start, length: next(lengthSize) });
    }
  }
  return extents;
}

function isFieldSize(bytes: number): boolean {
  return bytes === 0 || bytes === 4 || bytes === 8;
}
