import type { XastElement } from 'svgo';
import { matrixFromTransform } from '../../svg/matrix.ts';
import { parseViewBox } from '../../svg/view-box.ts';
import { containsElement } from '../tree.ts';
import { drawnParts, elementsById } from './drawn-parts.ts';

/** Scales are compared by powers of this, so that the search ends for circular references. */
const STEP = 2;
const MAX_SCALE = STEP ** 30;

/**
 * Computes the largest scale at which each element is drawn, also through references: pixels for
 * one unit of its own.
 *
 * @param side of the picture, in px
 */
export function maxScales(svg: XastElement, side: number): (element: XastElement) => number {
  const { width, height } = parseViewBox(svg.attributes.viewBox ?? '') ?? { width: 0, height: 0 };
  const rootScale = side / (Math.max(width, height) || side);
  if (!containsElement(svg, 'feMorphology')) return () => rootScale;
  const byId = elementsById(svg);
  const scales = new Map<XastElement, number>();
  const stack: [element: XastElement, outer: number][] = [[svg, rootScale]];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const [element, outer] = next;
    const scale = Math.min(outer * ownScale(element), MAX_SCALE);
    const previousScale = scales.get(element);
    if (previousScale !== undefined && scale < previousScale * STEP) continue;
    scales.set(element, scale);
    for (const { target } of drawnParts(element, byId)) stack.push([target, scale]);
  }
  return (element) => scales.get(element) ?? rootScale;
}

function ownScale({ attributes: { transform } }: XastElement): number {
  if (!transform) return 1;
  const [a, b, c, d] = matrixFromTransform(transform) ?? [1, 0, 0, 1];
  return Math.max(Math.hypot(a, b), Math.hypot(c, d));
}
