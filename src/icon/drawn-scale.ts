import type { XastElement } from 'svgo';
import { matrixFromTransform } from '../svg/matrix.ts';
import { parseViewBox } from '../svg/view-box.ts';
import { drawnParts, idsOf } from './drawn-parts.ts';
import { holdsElement } from './tree.ts';

/** Scales are compared by powers of this, so that circular references come to an end. */
const STEP = 2;
const LARGEST = STEP ** 30;

/**
 * Computes the largest scale at which each element is drawn, also through references: pixels for
 * one unit of its own.
 *
 * @param side of the picture, in px
 */
export function scalesIn(svg: XastElement, side: number): (element: XastElement) => number {
  const { width, height } = parseViewBox(svg.attributes.viewBox ?? '') ?? { width: 0, height: 0 };
  const ofRoot = side / (Math.max(width, height) || side);
  if (!holdsElement(svg, 'feMorphology')) return () => ofRoot;
  const byId = idsOf(svg);
  const scales = new Map<XastElement, number>();
  const stack: [element: XastElement, outer: number][] = [[svg, ofRoot]];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const [element, outer] = next;
    const scale = Math.min(outer * ownScale(element), LARGEST);
    const known = scales.get(element);
    if (known !== undefined && scale < known * STEP) continue;
    scales.set(element, scale);
    for (const { target } of drawnParts(element, byId)) stack.push([target, scale]);
  }
  return (element) => scales.get(element) ?? ofRoot;
}

function ownScale({ attributes: { transform } }: XastElement): number {
  if (!transform) return 1;
  const [a, b, c, d] = matrixFromTransform(transform) ?? [1, 0, 0, 1];
  return Math.max(Math.hypot(a, b), Math.hypot(c, d));
}
