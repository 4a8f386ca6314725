import { isGeometryProperty } from '../../../svg/attributes.ts';
import { SHAPES } from '../../../svg/elements.ts';
import { transformPoint } from '../../../svg/matrix.ts';
import { type ComputedStyle, computeStyle } from './computed-style.ts';
import { type OriginBox, transformMatrix } from './element-transform.ts';
import { lengthsInPx } from './font-lengths.ts';
import { geometryAttribute } from './lengths.ts';
import { isElement, type ReferenceElement } from './nodes.ts';
import { outlineOf } from './shape-measures.ts';
import { Unsupported } from './unsupported.ts';

const MAX_DEPTH = 200;

type BoundingCorners = readonly [left: number, top: number, right: number, bottom: number];

/** Bounding box of a shape or group, without strokes. Source: SVG 2, 8.10. */
export function boxOf(element: ReferenceElement, style: ComputedStyle): OriginBox {
  const box = measureBounds(element, style, 0);
  if (!box) return { x: 0, y: 0, width: 0, height: 0 };
  const [left, top, right, bottom] = box;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function measureBounds(
  element: ReferenceElement,
  style: ComputedStyle,
  depth: number,
): BoundingCorners | undefined {
  if (depth > MAX_DEPTH) throw new Unsupported('it is nested too deeply');
  if (SHAPES.has(element.name)) {
    const read = (name: string) => {
      const specifiedValue = style.specified.get(name);
      const isSpecified = specifiedValue !== undefined && isGeometryProperty(name);
      const text = isSpecified ? specifiedValue.value : element.attributes[name];
      if (text === undefined || name === 'd' || name === 'points') return text;
      const px = lengthsInPx(text, style.fontSizes);
      return isSpecified ? geometryAttribute(name, px) : px;
    };
    return boundsOfPoints(outlineOf(element.name, read).flat());
  }
  if (element.name !== 'g' && element.name !== 'a') {
    throw new Unsupported(`the box of a <${element.name}>`);
  }
  const cornerPoints: (readonly [number, number])[] = [];
  for (const child of element.children) {
    if (
      !isElement(child) ||
      (!/^(?:g|a|use|text|image|svg|switch)$/.test(child.name) && !SHAPES.has(child.name))
    )
      continue;
    const childStyle = computeStyle(child.cascaded, style);
    if (/^none$/i.test(childStyle.specified.get('display')?.value ?? '')) continue;
    const bounds = measureBounds(child, childStyle, depth + 1);
    if (!bounds) continue;
    const [left, top, right, bottom] = bounds;
    const matrix = transformMatrix(childStyle, {
      viewport: undefined,
      measure: () => boxOf(child, childStyle),
      isRoot: false,
    });
    const corners = [
      [left, top],
      [right, top],
      [right, bottom],
      [left, bottom],
    ] as const;
    cornerPoints.push(...corners.map((corner) => transformPoint(matrix, corner)));
  }
  return boundsOfPoints(cornerPoints);
}

function boundsOfPoints(
  points: readonly (readonly [number, number])[],
): BoundingCorners | undefined {
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
