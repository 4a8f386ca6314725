import { parseLength, toPx } from '../../../svg/length.ts';
import type { Point } from '../../../svg/matrix.ts';
import { readPath, type Segment } from '../../../svg/path-data.ts';
import { parsePoints } from '../../../svg/points.ts';
import { Unsupported } from './unsupported.ts';

/** Reads an attribute of a shape. */
export type ReadAttribute = (name: string) => string | undefined;

/** Line segments per curve and quarter circle. */
const FLATTEN_STEPS = 64;

/** Outline of a shape as polygons; closed ones repeat the first point at the end. */
export function outlineOf(name: string, read: ReadAttribute): readonly (readonly Point[])[] {
  const number = (attribute: string, fallback = 0): number => {
    const text = read(attribute);
    if (text === undefined) return fallback;
    const length = parseLength(text);
    const px = length && toPx(length);
    if (px === undefined)
      throw new Unsupported(`${attribute}="${text.slice(0, 40)}" on a shape that is measured`);
    return px;
  };
  switch (name) {
    case 'path':
      return readPath(read('d') ?? '').map(({ start, segments, isClosed }) => [
        start,
        ...segments.flatMap(flatten),
        ...(isClosed ? [start] : []),
      ]);
    case 'rect': {
      const [x, y, width, height] = [number('x'), number('y'), number('width'), number('height')];
      const cornerRadii = [number('rx', Number.NaN), number('ry', Number.NaN)];
      const [rx = 0, ry = 0] = [cornerRadii[0] ?? 0, cornerRadii[1] ?? 0].map((radius, at, both) =>
        Math.min(
          Number.isNaN(radius) ? (both[1 - at] ?? 0) || 0 : radius,
          (at === 0 ? width : height) / 2,
        ),
      );
      return [roundedRect(x, y, width, height, rx, ry)];
    }
    case 'circle':
      return [ellipse(number('cx'), number('cy'), number('r'), number('r'))];
    case 'ellipse':
      return [ellipse(number('cx'), number('cy'), number('rx'), number('ry'))];
    case 'line':
      return [
        [
          [number('x1'), number('y1')],
          [number('x2'), number('y2')],
        ],
      ];
    case 'polyline':
      return [parsePoints(read('points') ?? '')];
    case 'polygon': {
      const points = parsePoints(read('points') ?? '');
      return [[...points, ...points.slice(0, 1)]];
    }
    default:
      throw new Unsupported(`a <${name}> that is measured`);
  }
}

export function outlineLength(outline: readonly (readonly Point[])[]): number {
  let sum = 0;
  for (const points of outline) {
    for (let at = 1; at < points.length; at++) {
      const [a, b] = [points[at - 1] as Point, points[at] as Point];
      sum += Math.hypot(b[0] - a[0], b[1] - a[1]);
    }
  }
  return sum;
}

function ellipse(cx: number, cy: number, rx: number, ry: number): readonly Point[] {
  return arc([cx, cy], rx, ry, 0, 2 * Math.PI, 4 * FLATTEN_STEPS);
}

/** Points of an arc of an upright ellipse, both ends included. */
function arc(
  [cx, cy]: Point,
  rx: number,
  ry: number,
  from: number,
  to: number,
  steps = FLATTEN_STEPS,
): readonly Point[] {
  return Array.from({ length: steps + 1 }, (_, at): Point => {
    const angle = from + ((to - from) * at) / steps;
    return [cx + rx * Math.cos(angle), cy + ry * Math.sin(angle)];
  });
}

function roundedRect(
  x: number,
  y: number,
  width: number,
  height: number,
  rx: number,
  ry: number,
): readonly Point[] {
  const [right, bottom, quarter] = [x + width, y + height, Math.PI / 2];
  return [
    [x + rx, y],
    ...arc([right - rx, y + ry], rx, ry, -quarter, 0),
    ...arc([right - rx, bottom - ry], rx, ry, 0, quarter),
    ...arc([x + rx, bottom - ry], rx, ry, quarter, 2 * quarter),
    ...arc([x + rx, y + ry], rx, ry, 2 * quarter, 3 * quarter),
    [x + rx, y],
  ];
}

function flatten(segment: Segment): readonly Point[] {
  const { command, from, to, handles } = segment;
  if (command === 'A') return flattenArc(segment);
  if (handles.length === 0) return [to];
  const points = [from, ...handles, to];
  return Array.from({ length: FLATTEN_STEPS }, (_, at) =>
    bezierAt(points, (at + 1) / FLATTEN_STEPS),
  );
}

/** Point of a Bézier curve of any degree. */
function bezierAt(points: readonly Point[], t: number): Point {
  if (points.length === 1) return points[0] as Point;
  const next = points.slice(1).map(([x, y], at): Point => {
    const [fromX, fromY] = points[at] as Point;
    return [fromX + (x - fromX) * t, fromY + (y - fromY) * t];
  });
  return bezierAt(next, t);
}

/** Converts an arc to points. Source: SVG 2, 9.5.1 and implementation notes B.2.4. */
function flattenArc({ from, to, numbers }: Segment): readonly Point[] {
  const [rx0 = 0, ry0 = 0, rotation = 0, isLarge = 0, isSweep = 0] = numbers.map(
    ({ value }) => value,
  );
  let [rx, ry] = [Math.abs(rx0), Math.abs(ry0)];
  if (rx === 0 || ry === 0 || (from[0] === to[0] && from[1] === to[1])) return [to];
  const phi = (rotation * Math.PI) / 180;
  const [cos, sin] = [Math.cos(phi), Math.sin(phi)];
  const [dx, dy] = [(from[0] - to[0]) / 2, (from[1] - to[1]) / 2];
  const [x, y] = [cos * dx + sin * dy, cos * dy - sin * dx];
  const needed = (x / rx) ** 2 + (y / ry) ** 2;
  if (needed > 1) [rx, ry] = [rx * Math.sqrt(needed), ry * Math.sqrt(needed)];
  const squares = (rx * y) ** 2 + (ry * x) ** 2;
  const factor =
    Math.sqrt(Math.max(0, ((rx * ry) ** 2 - squares) / squares)) * (isLarge === isSweep ? -1 : 1);
  const [cx, cy] = [(factor * rx * y) / ry, (-factor * ry * x) / rx];
  const start = Math.atan2((y - cy) / ry, (x - cx) / rx);
  let sweep = Math.atan2((-y - cy) / ry, (-x - cx) / rx) - start;
  if (isSweep && sweep < 0) sweep += 2 * Math.PI;
  if (!isSweep && sweep > 0) sweep -= 2 * Math.PI;
  const [midX, midY] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  return arc([cx, cy], rx, ry, start, start + sweep)
    .slice(1)
    .map(([u, v]): Point => [cos * u - sin * v + midX, sin * u + cos * v + midY]);
}
