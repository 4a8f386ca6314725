import type { Segment, Subpath } from '../svg/path-data.ts';
import { distance } from './area.ts';

/** Largest turn that looks smooth, in radians: 3 degrees. */
const MAX_SMOOTH_ANGLE = Math.PI / 60;

/** Checks whether an outline certainly has a corner; a joint with an arc may be smooth. */
export function hasCorner(outline: readonly Subpath[]): boolean {
  return outline.some((subpath) => {
    const segments = closedSegments(subpath);
    return segments.some((segment, index) => {
      const next = segments[index + 1] ?? (subpath.isClosed ? segments[0] : undefined);
      return (
        next !== undefined && next !== segment && angleBetween(segment, next) > MAX_SMOOTH_ANGLE
      );
    });
  });
}

/** Segments that have a length, with the line that closes them. */
function closedSegments({ segments, isClosed, start }: Subpath): readonly Segment[] {
  const last = segments.at(-1)?.to;
  const closing: Segment[] =
    isClosed && last && distance(last, start) > 1e-6
      ? [{ command: 'L', isRelative: false, from: last, to: start, handles: [], numbers: [] }]
      : [];
  return [...segments, ...closing].filter(
    ({ from, to, handles }) => distance(from, to) > 1e-6 || handles.length > 0,
  );
}

/** Angle between the end of one segment and the start of the next; 0 if it is not known. */
function angleBetween(one: Segment, next: Segment): number {
  if (one.radii || next.radii) return 0;
  const before = [...one.handles].reverse().find((point) => distance(point, one.to) > 1e-6);
  const after = next.handles.find((point) => distance(point, next.from) > 1e-6);
  const [fromX, fromY] = before ?? one.from;
  const [toX, toY] = after ?? next.to;
  const a = Math.atan2(one.to[1] - fromY, one.to[0] - fromX);
  const b = Math.atan2(toY - next.from[1], toX - next.from[0]);
  const turn = Math.abs(a - b) % (2 * Math.PI);
  return Math.min(turn, 2 * Math.PI - turn);
}
