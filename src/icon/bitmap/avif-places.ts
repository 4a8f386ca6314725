import { viewOf } from './bytes.ts';

/** Extent of an item: in the file, or in the box `idat`. */
export interface Place {
  readonly item: number;
  readonly isInBox: boolean;
  readonly start: number;
  /** 0 means up to the end. */
  readonly length: number;
}

/**
 * Reads the extents of the box `iloc`; `undefined` if it uses features that no picture needs.
 * Source: ISO/IEC 14496-12, 8.11.3.
 */
export function placesIn(content: Uint8Array): readonly Place[] | undefined {
  const view = viewOf(content);
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
  const [sizes, more] = [next(1), next(1)];
  const [ofStart, ofLength, ofBase] = [sizes >> 4, sizes & 15, more >> 4];
  const ofIndex = version === 0 ? 0 : more & 15;
  if (version > 2 || ![ofStart, ofLength, ofBase, ofIndex].every(isSize)) return undefined;

  const places: Place[] = [];
  for (let items = next(version < 2 ? 2 : 4); items > 0; items--) {
    const item = next(version < 2 ? 2 : 4);
    const method = version === 0 ? 0 : next(2) & 15;
    const file = next(2);
    const base = next(ofBase);
    const parts = next(2);
    // The number of empty extents is not bounded by the file.
    if (method > 1 || file !== 0 || (parts > 1 && ofLength === 0)) return undefined;
    for (let part = 0; part < parts; part++) {
      next(ofIndex);
      const start = base + next(ofStart);
      places.push({ item, isInBox: method === 1, start, length: next(ofLength) });
    }
  }
  return places;
}

function isSize(bytes: number): boolean {
  return bytes === 0 || bytes === 4 || bytes === 8;
}
