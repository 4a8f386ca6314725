import type { Point } from '../svg/matrix.ts';
import type { Segment, Subpath } from '../svg/path-data.ts';

const EPSILON = 1e-6;

/** Checks whether an outline encloses an area; if all of it lies on one line, it does not. */
export function hasArea(outline: readonly Subpath[]): boolean {
  return outline.some(({ start, segments }) => {
    if (segments.some(({ radii, from, to }) => radii && distance(from, to) > EPSILON)) return true;
    const points = segments.flatMap(({ to, handles }) => [...handles, to]);
    const farthest = points.reduce<Point>(
      (most, point) => (distance(start, point) > distance(start, most) ? point : most),
      start,
    );
    const length = distance(start, farthest);
    return points.some(([x, y]) => {
      const [dx, dy] = [farthest[0] - start[0], farthest[1] - start[1]];
      return Math.abs(dx * (y - start[1]) - dy * (x - start[0])) > EPSILON * Math.max(length, 1);
    });
  });
}

/** Checks whether a segment has no extent, not even as a loop. */
export function hasNoExtent({ from, to, handles, radii }: Segment): boolean {
  if (distance(from, to) > EPSILON) return false;
  return radii !== undefined || handles.every((handle) => distance(from, handle) <= EPSILON);
}

export function distance([a, b]: Point, [c, d]: Point): number {
  return Math.hypot(a - c, b - d);
}
