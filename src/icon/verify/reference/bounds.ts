import { isShapeProperty } from '../../../svg/attributes.ts';
import { SHAPES } from '../../../svg/elements.ts';
import { apply } from '../../../svg/matrix.ts';
import { type ComputedStyle, computeStyle } from './computed-style.ts';
import { lengthsInPx } from './font-lengths.ts';
import { geometry } from './lengths.ts';
import { isElement, type ReferenceElement } from './nodes.ts';
import { type OriginBox, placementOf } from './placement.ts';
import { outlineOf } from './shape-measures.ts';
import { Unsupported } from './unsupported.ts';

const DEEPEST = 200;

type Bounds = readonly [left: number, top: number, right: number, bottom: number];

/** Bounding box of a shape or group, without strokes. Source: SVG 2, 8.10. */
export function boxOf(element: ReferenceElement, style: ComputedStyle): OriginBox {
  const box = boundsOf(element, style, 0);
  if (!box) return { x: 0, y: 0, width: 0, height: 0 };
  const [left, top, right, bottom] = box;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function boundsOf(
  element: ReferenceElement,
  style: ComputedStyle,
  depth: number,
): Bounds | undefined {
  if (depth > DEEPEST) throw new Unsupported('it is nested too deeply');
  if (SHAPES.has(element.name)) {
    const read = (name: string) => {
      const own = style.own.get(name);
      const isOwn = own !== undefined && isShapeProperty(name);
      const text = isOwn ? own.value : element.attributes[name];
      if (text === undefined || name === 'd' || name === 'points') return text;
      const px = lengthsInPx(text, style.fontSizes);
      return isOwn ? geometry(name, px) : px;
    };
    return boundsOfPoints(outlineOf(element.name, read).flat());
  }
  if (element.name !== 'g' && element.name !== 'a') {
    throw new Unsupported(`the box of a <${element.name}>`);
  }
  const found: (readonly [number, number])[] = [];
  for (const child of element.children) {
    if (
      !isElement(child) ||
      (!/^(?:g|a|use|text|image|svg|switch)$/.test(child.name) && !SHAPES.has(child.name))
    )
      continue;
    const inner = computeStyle(child.declared, style);
    if (/^none$/i.test(inner.own.get('display')?.value ?? '')) continue;
    const bounds = boundsOf(child, inner, depth + 1);
    if (!bounds) continue;
    const [left, top, right, bottom] = bounds;
    const matrix = placementOf(inner, {
      view: undefined,
      measure: () => boxOf(child, inner),
      isRoot: false,
    });
    const corners = [
      [left, top],
      [right, top],
      [right, bottom],
      [left, bottom],
    ] as const;
    found.push(...corners.map((corner) => apply(matrix, corner)));
  }
  return boundsOfPoints(found);
}

function boundsOfPoints(points: readonly (readonly [number, number])[]): Bounds | undefined {
  if (points.length === 0) return undefined;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return [left, top, right, bottom];
}
