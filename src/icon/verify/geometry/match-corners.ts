import { CUBIC, type Outline, type OutlineSegment } from './outline.ts';

/** Properties that decide the shape of corners and ends of a stroke. */
export interface StrokeShape {
  readonly halfWidth: number;
  readonly lineCap: string;
  readonly lineJoin: string;
  readonly miterLimit: number;
}

/**
 * Checks whether corners and ends of two strokes match, which depend on directions. The outlines
 * must match already. Round ones do not depend on directions.
 */
export function matchCorners(
  before: Outline,
  after: Outline,
  stroke: StrokeShape,
  limit: number,
): boolean {
  const { lineCap, lineJoin } = stroke;
  if (lineCap === 'round' && lineJoin === 'round') return true;
  if (before.isClosed !== after.isClosed) return false;
  if (lineJoin === 'round') return before.isClosed || matchEnds(before, after, stroke, limit);
  const count = before.segments.length;
  if (after.segments.length !== count) return false;
  const [a, b] = [directionsOf(before, limit), directionsOf(after, limit)];
  for (let at = 0; at < count; at++) {
    const [inA, outA, inB, outB] = [a.ends[at], a.starts[at + 1], b.ends[at], b.starts[at + 1]];
    const isEnd = at === count - 1;
    const [nextA, nextB] = isEnd ? [a.starts[0], b.starts[0]] : [outA, outB];
    if (!inA || !inB || !nextA || !nextB) return false;
    if (!isClose(inA, inB, stroke, limit) || !isClose(nextA, nextB, stroke, limit)) return false;
    if (isEnd && !before.isClosed) return true;
    if (lineJoin === 'miter' && !matchMiter([inA, nextA], [inB, nextB], stroke, limit))
      return false;
  }
  return true;
}

type Direction = readonly [x: number, y: number];

/** Compares the first and the last direction. */
function matchEnds(before: Outline, after: Outline, stroke: StrokeShape, limit: number): boolean {
  const [a, b] = [directionsOf(before, limit), directionsOf(after, limit)];
  const [firstA, lastA, firstB, lastB] = [
    ...[a.starts[0], a.ends.at(-1), b.starts[0], b.ends.at(-1)],
  ];
  if (!firstA || !lastA || !firstB || !lastB) return false;
  return isClose(firstA, firstB, stroke, limit) && isClose(lastA, lastB, stroke, limit);
}

/** A corner of the stroke lies at half its width from the outline, across or along a direction. */
function isClose(a: Direction, b: Direction, { halfWidth }: StrokeShape, limit: number): boolean {
  return Math.hypot(a[0] - b[0], a[1] - b[1]) * halfWidth <= limit;
}

type Corner = readonly [into: Direction, out: Direction];

/** Margin around the limit of miters, as a factor. */
const MITER_MARGIN = 1.001;

function matchMiter(
  a: Corner,
  b: Corner,
  { halfWidth, miterLimit }: StrokeShape,
  limit: number,
): boolean {
  const [cosA, cosB] = [turnOf(a), turnOf(b)];
  // Length of the miter in stroke widths: 1 / cos(turn / 2), squared.
  const [ratioA, ratioB] = [2 / (1 + cosA), 2 / (1 + cosB)];
  const [low, high] = [(miterLimit / MITER_MARGIN) ** 2, (miterLimit * MITER_MARGIN) ** 2];
  if (ratioA > high && ratioB > high) return true;
  if (!(ratioA < low && ratioB < low)) return false;
  const x = (a[0][0] + a[1][0]) / (1 + cosA) - (b[0][0] + b[1][0]) / (1 + cosB);
  const y = (a[0][1] + a[1][1]) / (1 + cosA) - (b[0][1] + b[1][1]) / (1 + cosB);
  return Math.hypot(x, y) * halfWidth <= limit;
}

/** Cosine of the angle by which a corner turns. */
function turnOf([into, out]: Corner): number {
  return Math.max(-1, into[0] * out[0] + into[1] * out[1]);
}

interface Directions {
  /** Of each segment at its start and at its end; `undefined` if it is too short to tell. */
  readonly starts: readonly (Direction | undefined)[];
  readonly ends: readonly (Direction | undefined)[];
}

/** Shortest segment whose direction is certain, in limits. */
const MIN_LENGTH = 4;

function directionsOf({ x, y, segments }: Outline, limit: number): Directions {
  const starts: (Direction | undefined)[] = [];
  const ends: (Direction | undefined)[] = [];
  let [fromX, fromY] = [x, y];
  for (const segment of segments) {
    const min = limit * MIN_LENGTH;
    starts.push(startDirection(segment, fromX, fromY, min));
    ends.push(endDirection(segment, fromX, fromY, min));
    [fromX, fromY] = [segment.x, segment.y];
  }
  return { starts, ends };
}

function unit(x: number, y: number, min: number): Direction | undefined {
  const length = Math.hypot(x, y);
  return length > min ? [x / length, y / length] : undefined;
}

function startDirection(
  { kind, x1, y1, x, y, arc }: OutlineSegment,
  fromX: number,
  fromY: number,
  min: number,
): Direction | undefined {
  if (arc) return unit(Math.sign(arc.sweep) * arc.vx, Math.sign(arc.sweep) * arc.vy, min);
  return kind === CUBIC ? unit(x1 - fromX, y1 - fromY, min) : unit(x - fromX, y - fromY, min);
}

function endDirection(
  { kind, x2, y2, x, y, arc }: OutlineSegment,
  fromX: number,
  fromY: number,
  min: number,
): Direction | undefined {
  if (arc) {
    const [cos, sin, sign] = [Math.cos(arc.sweep), Math.sin(arc.sweep), Math.sign(arc.sweep)];
    return unit(sign * (arc.vx * cos - arc.ux * sin), sign * (arc.vy * cos - arc.uy * sin), min);
  }
  return kind === CUBIC ? unit(x - x2, y - y2, min) : unit(x - fromX, y - fromY, min);
}
