import { type Arc, arcX, arcY, CUBIC, LINE, type Outline, type OutlineSegment } from './outline.ts';

/**
 * Matches two outlines as curves: true if a point can run along each, from start to end, so that the
 * two are never farther apart than `limit`. So the areas that they enclose differ at most by a band
 * of that width along the outline, and so do their strokes with round caps and joins.
 *
 * Segments match one to one, or one stands for several of the other: a line for collinear lines and
 * flat curves, an arc for shorter arcs and for curves along it. Other equal curves are not proven.
 */
export function matchOutlines(before: Outline, after: Outline, limit: number): boolean {
  if (distance(before.x - after.x, before.y - after.y) > limit) return false;
  const [a, b] = [before.segments, after.segments];
  let [i, j] = [0, 0];
  // Current points.
  let [ax, ay, bx, by] = [before.x, before.y, after.x, after.y];
  while (i < a.length || j < b.length) {
    const [from, to] = [a[i], b[j]];
    if (from && to && matchPair(from, to, limit)) {
      [ax, ay, bx, by] = [from.x, from.y, to.x, to.y];
      i += 1;
      j += 1;
      continue;
    }
    const count = to ? matchChain(to, bx, by, a, i, limit) : 0;
    if (to && count > 0) {
      i += count;
      j += 1;
      const last = a[i - 1] as OutlineSegment;
      [ax, ay, bx, by] = [last.x, last.y, to.x, to.y];
      continue;
    }
    const otherCount = from ? matchChain(from, ax, ay, b, j, limit) : 0;
    if (from && otherCount > 0) {
      i += 1;
      j += otherCount;
      const last = b[j - 1] as OutlineSegment;
      [ax, ay, bx, by] = [from.x, from.y, last.x, last.y];
      continue;
    }
    if (from && staysAt(from, bx, by, limit)) {
      [ax, ay] = [from.x, from.y];
      i += 1;
    } else if (to && staysAt(to, ax, ay, limit)) {
      [bx, by] = [to.x, to.y];
      j += 1;
    } else return false;
  }
  return true;
}

function distance(x: number, y: number): number {
  return Math.sqrt(x * x + y * y);
}

/** Matches two segments whose starts match. */
function matchPair(a: OutlineSegment, b: OutlineSegment, limit: number): boolean {
  if (a.kind !== b.kind || distance(a.x - b.x, a.y - b.y) > limit) return false;
  if (a.kind === LINE) return true;
  if (a.arc && b.arc) return matchArcs(a.arc, b.arc, limit);
  // A point of a curve is a mean of its control points.
  return distance(a.x1 - b.x1, a.y1 - b.y1) <= limit && distance(a.x2 - b.x2, a.y2 - b.y2) <= limit;
}

/** Number of points at which arcs are compared. */
const ARC_SAMPLES = 8;

/**
 * Compares arcs at equal shares of their angles. Between two such points, the difference strays
 * from a line by no more than an eighth of its second derivative.
 */
function matchArcs(a: Arc, b: Arc, limit: number): boolean {
  if (a.sweep > 0 !== b.sweep > 0) return false;
  const changeU = distance(a.ux - b.ux, a.uy - b.uy);
  const changeV = distance(a.vx - b.vx, a.vy - b.vy);
  const radius = distance(a.ux, a.uy) + distance(a.vx, a.vy);
  const changeSweep = Math.abs(a.sweep - b.sweep);
  const changeCenter = distance(a.cx - b.cx, a.cy - b.cy);
  if (changeCenter + changeU + changeV + radius * changeSweep <= limit) return true;
  const sweep = Math.max(Math.abs(a.sweep), Math.abs(b.sweep));
  const bend =
    sweep * sweep * (changeU + changeV + radius * changeSweep) + 2 * sweep * changeSweep * radius;
  const slack = bend / (8 * ARC_SAMPLES * ARC_SAMPLES);
  if (slack > limit / 2) return false;
  for (let sample = 0; sample <= ARC_SAMPLES; sample++) {
    const [angleA, angleB] = [(a.sweep * sample) / ARC_SAMPLES, (b.sweep * sample) / ARC_SAMPLES];
    const x = arcX(a, angleA) - arcX(b, angleB);
    const y = arcY(a, angleA) - arcY(b, angleB);
    if (distance(x, y) + slack > limit) return false;
  }
  return true;
}

/** Checks whether a segment never leaves a point. */
function staysAt(
  { x1, y1, x2, y2, x, y, arc }: OutlineSegment,
  px: number,
  py: number,
  limit: number,
) {
  return (
    !arc &&
    distance(x1 - px, y1 - py) <= limit &&
    distance(x2 - px, y2 - py) <= limit &&
    distance(x - px, y - py) <= limit
  );
}

/**
 * Matches one segment with several from an index on; returns their number, 0 if none match.
 *
 * @param x start of the segment, as `y`
 */
function matchChain(
  single: OutlineSegment,
  x: number,
  y: number,
  segments: readonly OutlineSegment[],
  index: number,
  limit: number,
): number {
  if (single.kind === LINE) return matchLine(single, x, y, segments, index, limit);
  return single.arc ? matchArc(single.arc, segments, index, limit) : 0;
}

/** Matches a line with segments that run along it and not back. */
function matchLine(
  line: OutlineSegment,
  startX: number,
  startY: number,
  segments: readonly OutlineSegment[],
  index: number,
  limit: number,
): number {
  const [dx, dy] = [line.x - startX, line.y - startY];
  const length = distance(dx, dy);
  if (length === 0) return 0;
  const [unitX, unitY] = [dx / length, dy / length];
  // Across and along the line, so that both together stay within the limit.
  const slack = limit * Math.SQRT1_2;
  let along = 0;
  for (let at = index; at < segments.length; at++) {
    const { x1, y1, x2, y2, x, y, arc } = segments[at] as OutlineSegment;
    if (arc) return 0;
    for (const [px, py] of [
      [x1 - startX, y1 - startY],
      [x2 - startX, y2 - startY],
      [x - startX, y - startY],
    ] as const) {
      const next = px * unitX + py * unitY;
      if (Math.abs(px * unitY - py * unitX) > slack) return 0;
      if (next < along - slack || next > length + slack) return 0;
      along = Math.max(along, next);
    }
    if (distance(x - line.x, y - line.y) <= limit) return at - index + 1;
  }
  return 0;
}

/** Distance between an arc and the cubic curve for it, in radii, if it is a quarter. */
const QUARTER_ERROR = 2.73e-4;
/** Longest part of an arc that one cubic curve stands for, in radians. */
const MAX_PART = 2;

/** Matches an arc with arcs and curves along it. */
function matchArc(
  arc: Arc,
  segments: readonly OutlineSegment[],
  index: number,
  limit: number,
): number {
  const { cx, cy, ux, uy, vx, vy, sweep } = arc;
  const determinant = ux * vy - uy * vx;
  if (Math.abs(determinant) < 1e-9) return 0;
  const sign = Math.sign(sweep);
  let from = 0;
  for (let at = index; at < segments.length; at++) {
    const segment = segments[at] as OutlineSegment;
    const [dx, dy] = [segment.x - cx, segment.y - cy];
    const cos = (dx * vy - dy * vx) / determinant;
    const sin = (dy * ux - dx * uy) / determinant;
    // The end on the arc, after the previous one.
    let part = (Math.atan2(sin, cos) - from) * sign;
    part -= 2 * Math.PI * Math.floor(part / (2 * Math.PI));
    const isEnd = from * sign + part >= Math.abs(sweep) - 1e-3;
    if (isEnd) part = Math.abs(sweep) - from * sign;
    if (part <= 0 || part > MAX_PART || !matchPart(arc, from, from + sign * part, segment, limit))
      return 0;
    from += sign * part;
    if (isEnd) return at - index + 1;
  }
  return 0;
}

/** Matches the part of an arc between two angles with a segment. */
function matchPart(
  arc: Arc,
  from: number,
  to: number,
  segment: OutlineSegment,
  limit: number,
): boolean {
  const { cx, cy, ux, uy, vx, vy } = arc;
  if (segment.arc) {
    const [cos, sin] = [Math.cos(from), Math.sin(from)];
    const part: Arc = {
      ...{ cx, cy, ux: ux * cos + vx * sin, uy: uy * cos + vy * sin },
      ...{ vx: vx * cos - ux * sin, vy: vy * cos - uy * sin, sweep: to - from },
    };
    return matchArcs(part, segment.arc, limit);
  }
  if (segment.kind !== CUBIC) return false;
  const error =
    QUARTER_ERROR *
    Math.max(distance(ux, uy), distance(vx, vy)) *
    (Math.abs(to - from) / (Math.PI / 2)) ** 6;
  const handle = (4 / 3) * Math.tan((to - from) / 4);
  const [x0, y0, x, y] = [arcX(arc, from), arcY(arc, from), arcX(arc, to), arcY(arc, to)];
  const x1 = x0 + handle * (vx * Math.cos(from) - ux * Math.sin(from));
  const y1 = y0 + handle * (vy * Math.cos(from) - uy * Math.sin(from));
  const x2 = x - handle * (vx * Math.cos(to) - ux * Math.sin(to));
  const y2 = y - handle * (vy * Math.cos(to) - uy * Math.sin(to));
  return (
    distance(segment.x1 - x1, segment.y1 - y1) + error <= limit &&
    distance(segment.x2 - x2, segment.y2 - y2) + error <= limit &&
    distance(segment.x - x, segment.y - y) + error <= limit
  );
}
