import { attributeOf } from '../icon/source/element-tree.ts';
import { type Size, sizeOf, viewBoxOf } from '../svg/view-box.ts';
import type { SourceElement } from './types.ts';

export function hasViewBox(root: SourceElement): boolean {
  return attributeOf(root, 'viewBox') !== undefined;
}

/** Size of a source whose proportions differ from those of its viewBox; `undefined` if they match. */
export function distortedSize(root: SourceElement, viewBox: string): Size | undefined {
  const attributes = Object.fromEntries(root.attributes.map(({ name, value }) => [name, value]));
  const { width, height } = attributes;
  if (width === undefined || height === undefined || `${width}${height}`.includes('%'))
    return undefined;
  const size = sizeOf(attributes);
  if (typeof size === 'string') return undefined;
  const box = viewBoxOf(viewBox);
  const ratio = size.width / size.height / (box.width / box.height);
  // A side that is a px off is a size rounded to the whole px.
  const isRounded = Math.abs(ratio - 1) * Math.min(size.width, size.height) <= 1;
  return isRounded && Math.abs(ratio - 1) < 0.05 ? undefined : size;
}
