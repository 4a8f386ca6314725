import { type Matrix, type Point, transformPoint } from '../svg/matrix.ts';
import { readPath, type Subpath } from '../svg/path-data.ts';
import { parsePoints } from '../svg/points.ts';
import { lengthInUnits, type Shape } from './shapes.ts';

/** A bounding box by its edges. */
export interface ShapeBounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const KAPPA = 0.5522847498;
const outlineCache = new WeakMap<Readonly<Record<string, string>>, readonly Subpath[]>();

/**
 * Outline of a shape in its own units; only outlines of paths have the positions of their numbers.
 */
export function outlineOf({
  element,
  attributes,
}: Pick<Shape, 'element' | 'attributes'>): readonly Subpath[] {
  const outline = outlineCache.get(attributes) ?? readOutline(element.name, attributes);
  outlineCache.set(attributes, outline);
  return outline;
}

function readOutline(
  name: string,
  attributes: Readonly<Record<string, string>>,
): readonly Subpath[] {
  const number = (key: string, fallback = 0): number => lengthInUnits(attributes[key], fallback);
  switch (name) {
    case 'path':
      return readPath(attributes.d ?? '');
    case 'line': {
      const line: Point[] = [
        [number('x1'), number('y1')],
        [number('x2'), number('y2')],
      ];
      return polyline(line, false);
    }
    case 'polyline':
      return polyline(parsePoints(attributes.points ?? ''), false);
    case 'polygon':
      return polyline(parsePoints(attributes.points ?? ''), true);
    case 'rect':
      return rectangle(attributes);
    case 'circle':
      return ellipse(number('cx'), number('cy'), number('r'), number('r'));
    default:
      return ellipse(number('cx'), number('cy'), number('rx'), number('ry'));
  }
}

function polyline(points: readonly Point[], isClosed: boolean): readonly Subpath[] {
  const [start] = points;
  if (!start || !points.every((point) => point.every(Number.isFinite))) return [];
  const segments = points.slice(1).map((to, index) => ({
    command: 'L' as const,
    isRelative: false,
    from: points[index] as Point,
    to,
    handles: [],
    numbers: [],
  }));
  return [subpath(start, segments, isClosed)];
}

function subpath(start: Point, segments: Subpath['segments'], isClosed: boolean): Subpath {
  return {
    start,
    segments,
    isClosed,
    isRelative: false,
    hasMove: true,
    numbers: [],
    startsAt: 0,
    endsAt: 0,
  };
}

function rectangle(attributes: Readonly<Record<string, string>>): readonly Subpath[] {
  const number = (key: string, fallback = 0): number => lengthInUnits(attributes[key], fallback);
  const [x, y, width, height] = [number('x'), number('y'), number('width'), number('height')];
  if (!(width > 0 && height > 0)) return [];
  const { rx, ry } = attributes;
  const isRound = lengthInUnits(rx ?? ry) !== 0 && lengthInUnits(ry ?? rx) !== 0;
  const [right, bottom] = [x + width, y + height];
  if (!isRound) {
    return polyline(
      [
        [x, y],
        [right, y],
        [right, bottom],
        [x, bottom],
      ],
      true,
    );
  }
  const [radiusX, radiusY] = [lengthInUnits(rx ?? ry), lengthInUnits(ry ?? rx)];
  if (Number.isNaN(radiusX + radiusY)) return [];
  const [a, b] = [Math.min(radiusX, width / 2), Math.min(radiusY, height / 2)];
  const data = `M${x + a} ${y}H${right - a}A${a} ${b} 0 0 1 ${right} ${y + b}V${bottom - b}A${a} ${b} 0 0 1 ${right - a} ${bottom}H${x + a}A${a} ${b} 0 0 1 ${x} ${bottom - b}V${y + b}A${a} ${b} 0 0 1 ${x + a} ${y}z`;
  return readPath(data);
}

function ellipse(cx: number, cy: number, rx: number, ry: number): readonly Subpath[] {
  if (!(rx > 0 && ry > 0)) return [];
  const [dx, dy] = [rx * KAPPA, ry * KAPPA];
  return readPath(
    `M${cx + rx} ${cy}C${cx + rx} ${cy + dy} ${cx + dx} ${cy + ry} ${cx} ${cy + ry}C${cx - dx} ${cy + ry} ${cx - rx} ${cy + dy} ${cx - rx} ${cy}C${cx - rx} ${cy - dy} ${cx - dx} ${cy - ry} ${cx} ${cy - ry}C${cx + dx} ${cy - ry} ${cx + rx} ${cy - dy} ${cx + rx} ${cy}z`,
  );
}

/** Bounds that contain an outline without its stroke; larger than necessary for curves. */
export function boundsOf(outline: readonly Subpath[], matrix: Matrix): ShapeBounds | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const add = (point: Point, margin = 0): void => {
    const [x, y] = transformPoint(matrix, point);
    left = Math.min(left, x - margin);
    top = Math.min(top, y - margin);
    right = Math.max(right, x + margin);
    bottom = Math.max(bottom, y + margin);
  };
  const scale = Math.max(Math.hypot(matrix[0], matrix[1]), Math.hypot(matrix[2], matrix[3]));
  for (const { start, segments } of outline) {
    add(start);
    for (const { from, to, handles, radii } of segments) {
      add(to);
      for (const handle of handles) add(handle);
      if (!radii) continue;
      // No point of an arc is farther from the midpoint of its ends than its longer diameter.
      const chord = Math.hypot(to[0] - from[0], to[1] - from[1]);
      const reach = 2 * Math.max(radii[0], radii[1], chord / 2);
      add([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2], reach * scale);
    }
  }
  const isKnown = [left, top, right, bottom].every(Number.isFinite);
  return isKnown ? { left, top, right, bottom } : undefined;
}
