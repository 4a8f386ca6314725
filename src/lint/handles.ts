import { type Matrix, type Point, transformPoint } from '../svg/matrix.ts';
import { outlineOf } from './outline.ts';
import { lengthInUnits, type Shape } from './shapes.ts';

/**
 * Points that a person drags when editing a shape, in its own units: nodes of paths, corners of
 * rectangles, centers of circles; not the handles of curves.
 */
export function editablePoints(shape: Pick<Shape, 'element' | 'attributes'>): readonly Point[] {
  const { element, attributes } = shape;
  const number = (name: string): number => lengthInUnits(attributes[name]);
  if (/^(circle|ellipse)$/.test(element.name)) return [[number('cx'), number('cy')]];
  if (element.name === 'rect') {
    const [x, y] = [number('x'), number('y')];
    return [
      [x, y],
      [x + number('width'), y + number('height')],
    ];
  }
  return outlineOf(shape).flatMap(({ start, segments, hasMove }) => [
    ...(hasMove ? [start] : []),
    ...segments.map(({ to }) => to),
  ]);
}

/** Position that decides whether an edge is sharp: y of a horizontal edge, x of a vertical one. */
export interface EdgePosition {
  readonly position: number;
  readonly at: Point;
}

/** Longest line that is a dot, such as `h.01` with round caps. */
const MAX_DOT_LENGTH = 0.05;

/** Positions of the horizontal and vertical edges of a shape, in user units of the root. */
export function edgesOf(shape: Shape, matrix: Matrix): readonly EdgePosition[] {
  return outlineOf(shape).flatMap(({ start, segments, isClosed }) => {
    const last = segments.at(-1)?.to ?? start;
    const lines = segments
      .filter(({ handles, radii }) => handles.length === 0 && !radii)
      .map(({ from, to }) => [from, to] as const);
    if (isClosed) lines.push([last, start]);
    return lines.flatMap(([from, to]) => {
      const [a, b] = [transformPoint(matrix, from), transformPoint(matrix, to)];
      const [dx, dy] = [Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1])];
      if (dx > MAX_DOT_LENGTH && dy < 1e-6) return [{ position: a[1], at: a }];
      if (dy > MAX_DOT_LENGTH && dx < 1e-6) return [{ position: a[0], at: a }];
      return [];
    });
  });
}
