import type { XastElement, XastRoot } from 'svgo';
import { elements } from '../../tree.ts';
import type { CachedPath } from './path-buffer.ts';

/** Path data by element that shortening left unchanged. */
const shortData = new WeakMap<XastElement, string>();

/** Notes that shortening left the path data of an element unchanged. */
export function markShort(element: XastElement, d: string): void {
  shortData.set(element, d);
}

/** Checks for an element with path data of which nothing can be shortened. */
export function isShort(element: XastElement): boolean {
  const { d, transform } = element.attributes;
  // A transform may be applied, and cached data may have more digits.
  const isAsWritten = transform === undefined && (element as CachedPath).pathJS === undefined;
  return d !== undefined && isAsWritten && shortData.get(element) === d;
}

/** Checks for a path that may be shortened. */
export function hasLongPath(root: XastRoot): boolean {
  for (const element of elements(root)) {
    if (element.attributes.d !== undefined && !isShort(element)) return true;
  }
  return false;
}
