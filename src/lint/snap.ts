import { isIdentity } from '../svg/matrix.ts';
import { readPath, type Segment } from '../svg/path-data.ts';
import type { Shape, ShapeList } from './shapes.ts';
import type { Edit, LintSource, SourceAttribute } from './types.ts';

/** Largest distance from the grid at which a point is moved onto it; too small to be visible. */
export const SNAP_DISTANCE = 0.01;
const EPSILON = 1e-6;

const NUMBERS: ReadonlyMap<string, readonly string[]> = new Map([
  ['rect', ['x', 'y', 'width', 'height']],
  ['circle', ['cx', 'cy']],
  ['ellipse', ['cx', 'cy']],
  ['line', ['x1', 'y1', 'x2', 'y2']],
]);

/** Checks whether a length lies just off the grid, so that it was meant to be on it. */
function isNear(length: number, step: number): boolean {
  const distance = distanceToGrid(length, step);
  return distance > EPSILON && distance <= SNAP_DISTANCE;
}

/** Distance from the grid. */
export function distanceToGrid(length: number, step: number): number {
  return Math.abs(length - Math.round(length / step) * step);
}

/** Moves numbers in the text that lie within a hundredth of the grid onto it. */
export function snapShape(
  source: LintSource,
  { isPlain }: ShapeList,
  shape: Shape,
  step: number,
): Edit[] {
  const { element, matrix } = shape;
  if (!isPlain || !matrix || !isIdentity(matrix)) return [];
  if (element.name === 'path') {
    const d = literalAttribute(source, shape, 'd');
    return d ? snapPath(d, step) : [];
  }
  return (NUMBERS.get(element.name) ?? []).flatMap((name) => {
    const attribute = literalAttribute(source, shape, name);
    const length = Number(attribute?.value);
    if (!attribute || !isNear(length, step)) return [];
    return [
      {
        start: attribute.valueStart,
        end: attribute.valueEnd,
        text: formatDecimal(snap(length, step)),
      },
    ];
  });
}

/** An attribute whose value is literal in the text, without entities or overriding styles. */
function literalAttribute(
  { svg }: LintSource,
  { element, attributes }: Shape,
  name: string,
): SourceAttribute | undefined {
  const attribute = element.attributes.find((candidate) => candidate.name === name);
  const isPlain =
    attribute &&
    attribute.value === svg.slice(attribute.valueStart, attribute.valueEnd) &&
    attributes[name] === attribute.value;
  return isPlain ? attribute : undefined;
}

function snap(length: number, step: number): number {
  return isNear(length, step) ? Math.round(length / step) * step : length;
}

/** Snaps path data; relative commands after a moved point are corrected, too. */
function snapPath({ value: d, valueStart }: SourceAttribute, step: number): Edit[] {
  const edits: Edit[] = [];
  let pen: [x: number, y: number] = [0, 0];
  const addEdit = (number: { start: number; end: number; value: number }, value: number): void => {
    if (Math.abs(number.value - value) < EPSILON) return;
    const [start, end] = [valueStart + number.start, valueStart + number.end];
    const text = formatDecimal(value);
    // Numbers need no separator if the next one starts with a sign or a point.
    const before = d[number.start - 1] ?? '';
    const hasGapBefore = /[\s,a-z]/i.test(before) || text.startsWith('-');
    const after = d[number.end] ?? '';
    const hasGapAfter = after !== '.' || text.includes('.');
    edits.push({ start, end, text: `${hasGapBefore ? '' : ' '}${text}${hasGapAfter ? '' : ' '}` });
  };
  for (const { start, numbers, isRelative, segments } of readPath(d)) {
    const subpathStart: [number, number] = [snap(start[0], step), snap(start[1], step)];
    numbers.slice(-2).forEach((number, axis) => {
      addEdit(number, (subpathStart[axis] ?? 0) - (isRelative ? (pen[axis] ?? 0) : 0));
    });
    pen = subpathStart;
    for (const segment of segments) pen = snapSegment(segment, pen, step, addEdit);
    // A new subpath after a `z` starts here.
    pen = segments.length > 0 ? pen : subpathStart;
  }
  return edits;
}

function snapSegment(
  { command, isRelative, from, to, numbers }: Segment,
  pen: readonly [x: number, y: number],
  step: number,
  addEdit: (number: Segment['numbers'][number], value: number) => void,
): [x: number, y: number] {
  // A very short line draws a dot.
  const isDot = Math.hypot(to[0] - from[0], to[1] - from[1]) <= 2 * SNAP_DISTANCE;
  const target = to.map((length, axis) => {
    if (!isDot && distanceToGrid(length, step) <= SNAP_DISTANCE) return snap(length, step);
    // A relative point off the grid moves along slightly, so that its numbers stay unchanged.
    return isRelative ? length - (from[axis] ?? 0) + (pen[axis] ?? 0) : length;
  });
  const [x = 0, y = 0] = target;
  const end: [number, number] = [command === 'V' ? pen[0] : x, command === 'H' ? pen[1] : y];
  const axes = command === 'H' ? [0] : command === 'V' ? [1] : [0, 1];
  const ends = numbers.slice(-axes.length);
  ends.forEach((number, index) => {
    const axis = axes[index] ?? 0;
    addEdit(number, (end[axis] ?? 0) - (isRelative ? (pen[axis] ?? 0) : 0));
  });
  return end;
}

function formatDecimal(value: number): string {
  return String(Number(value.toFixed(4)));
}
