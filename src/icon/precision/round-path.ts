import type { Point } from '../../svg/matrix.ts';
import { formatNumber } from '../../svg/numbers.ts';
import { readPath, type Segment, type Subpath } from '../../svg/path-data.ts';
import { type Rounding, roundedTo } from './grid.ts';
import { roundedRadius } from './round-arc.ts';

/**
 * Rounds path data to a grid, in absolute coordinates, so that errors do not add up along the path.
 * The kinds of its segments stay the same, unlike when svgo rounds: its tolerance grows with the
 * rounding, so at one digit it turns flat arcs into lines.
 */
export function roundPathData(d: string, rounding: Rounding): string {
  return readPath(d)
    .map((subpath) => roundedSubpath(subpath, rounding))
    .join('');
}

function roundedSubpath(
  { start, segments, isClosed, hasMove }: Subpath,
  rounding: Rounding,
): string {
  const origin = roundedPoint(start, rounding.step);
  let text = hasMove ? `M${pointText(origin)}` : '';
  let from = origin;
  let previous: Written | undefined;
  for (const segment of segments) {
    const to = endOf(segment, from, rounding);
    previous = writtenSegment(segment, { from, to, previous }, rounding);
    text += previous.text;
    from = to;
  }
  return isClosed ? `${text}Z` : text;
}

/** A segment as it is written. */
interface Written {
  readonly text: string;
  readonly kind: 'C' | 'Q' | undefined;
  /** Last control point of a curve. */
  readonly handle?: Point | undefined;
}

interface WrittenContext {
  readonly from: Point;
  readonly to: Point;
  readonly previous: Written | undefined;
}

/** End on the grid; off it if the segment would vanish, as a dot does. */
function endOf({ from, to }: Segment, start: Point, { step, maxDigits }: Rounding): Point {
  const end = roundedPoint(to, step);
  if (end[0] !== start[0] || end[1] !== start[1]) return end;
  if (from[0] === to[0] && from[1] === to[1]) return end;
  const smallest = 10 ** -maxDigits;
  return [0, 1].map((axis) => {
    const change = (to[axis] as number) - (from[axis] as number);
    // A dot that vanishes altogether is drawn by some renderers only.
    const rounded = Math.sign(change) * Math.max(Math.abs(change), smallest);
    return roundedTo((start[axis] as number) + rounded, smallest);
  }) as unknown as Point;
}

function writtenSegment(
  segment: Segment,
  { from, to, previous }: WrittenContext,
  rounding: Rounding,
): Written {
  const { command, handles } = segment;
  const { step } = rounding;
  const end = pointText(to);
  switch (command) {
    case 'C':
    case 'S': {
      const [first, second] = handles.map((handle) => roundedPoint(handle, step)) as [Point, Point];
      const isSmooth =
        command === 'S' && isNear(reflected(previous, 'C', from), handles[0] as Point, step);
      const text = isSmooth
        ? `S${pointText(second)} ${end}`
        : `C${pointText(first)} ${pointText(second)} ${end}`;
      return { text, kind: 'C', handle: second };
    }
    case 'Q':
    case 'T': {
      const implied = reflected(previous, 'Q', from);
      const isSmooth = command === 'T' && isNear(implied, handles[0] as Point, step);
      const handle = isSmooth ? implied : roundedPoint(handles[0] as Point, step);
      return { text: isSmooth ? `T${end}` : `Q${pointText(handle)} ${end}`, kind: 'Q', handle };
    }
    case 'A':
      return { text: arcText(segment, from, to, rounding), kind: undefined };
    default:
      return { text: `L${end}`, kind: undefined };
  }
}

function arcText(segment: Segment, from: Point, to: Point, rounding: Rounding): string {
  const { radii = [0, 0], numbers } = segment;
  const [rotation = 0, isLarge = 0, isClockwise = 0] = numbers
    .slice(2, 5)
    .map(({ value }) => value);
  const [x, y] = roundedRadii(segment, { from, to, isLarge: isLarge === 1 }, rounding) ?? radii;
  return `A${formatNumber(x)} ${formatNumber(y)} ${formatNumber(rotation)} ${isLarge} ${isClockwise} ${pointText(to)}`;
}

/** Radii of an arc between rounded points; `undefined` if they must stay. */
function roundedRadii(
  { radii = [0, 0], from: start, to: end }: Segment,
  { from, to, isLarge }: { readonly from: Point; readonly to: Point; readonly isLarge: boolean },
  rounding: Rounding,
): Point | undefined {
  if (radii[0] !== radii[1]) return undefined;
  const chords = { before: distance(start, end), after: distance(from, to) };
  const radius = roundedRadius(radii[0], chords, isLarge, rounding);
  return [radius, radius];
}

function distance([ax, ay]: Point, [bx, by]: Point): number {
  return Math.hypot(bx - ax, by - ay);
}

/** Control point that a smooth curve implies. */
function reflected(previous: Written | undefined, kind: 'C' | 'Q', [x, y]: Point): Point {
  const { handle } = previous ?? {};
  if (!handle || previous?.kind !== kind) return [x, y];
  return [2 * x - handle[0], 2 * y - handle[1]];
}

/** Checks that a point is at most one step away. */
function isNear(a: Point, b: Point, step: number): boolean {
  return Math.abs(a[0] - b[0]) <= step && Math.abs(a[1] - b[1]) <= step;
}

function roundedPoint([x, y]: Point, step: number): Point {
  return [roundedTo(x, step), roundedTo(y, step)];
}

function pointText([x, y]: Point): string {
  return `${formatNumber(x)} ${formatNumber(y)}`;
}
