import type { Subpath } from '../../svg/path-data.ts';
import { hasNoExtent } from '../area.ts';
import { removeShape } from '../edits.ts';
import { outlineOf } from '../outline.ts';
import { paintsOf } from '../paint.ts';
import { lengthInUnits, type Shape, type ShapeList, shapesOf } from '../shapes.ts';
import type { Edit, LintFinding, LintSource, SourceRule } from '../types.ts';
import { countNoun } from '../wording.ts';

const LENGTHS = ['x', 'y', 'width', 'height', 'cx', 'cy', 'r', 'rx', 'ry', 'x1', 'y1', 'x2', 'y2'];

/** Finds points without a shape, which paint nothing but stretch bounds in drawing tools. */
export const strayPoints: SourceRule = {
  name: 'stray-points',
  about: 'There are no stray points',
  scope: 'drawing',
  options: {},
  presets: { recommended: 'warning', strict: 'warning' },
  docs: {
    section: 'shapes',
    order: 20,
    why: 'A point without a shape is left over from a click. It paints nothing, but drawing tools include it when they measure, align and export. A line of length zero with round ends is a dot, which is allowed.',
    fix: 'Illustrator: “Select > Object > Stray Points”, then delete. In other tools: find it in the list of layers.',
    autofix: 'removes the points; the picture stays unchanged.',
  },
  async check(source) {
    const shapes = await shapesOf(source);
    if (shapes.isDynamic) return [];
    const found = shapes.shapes.flatMap((shape) => {
      const stray = findStrayPoints(shape);
      return stray.number > 0 ? [{ shape, ...stray }] : [];
    });
    if (found.length === 0) return [];
    const edits = found.map(({ shape, stray, isAll }) =>
      isAll
        ? removeShape(source, shapes, shape.element)
        : removeSubpaths(source, shapes, shape, stray),
    );
    const fix = edits.flatMap((each) => each ?? []);
    return [finding(source, found, fix)];
  },
};

interface StrayPoints {
  readonly number: number;
  readonly stray: readonly Subpath[];
  readonly isAll: boolean;
}

function findStrayPoints(shape: Shape): StrayPoints {
  const { attributes, style, element } = shape;
  const isUnknown = LENGTHS.some((name) => Number.isNaN(lengthInUnits(attributes[name])));
  const hasMarker = [style['marker-start'], style['marker-mid'], style['marker-end']].some(
    (marker) => marker !== 'none',
  );
  // A style sheet may give a path its data, too.
  const declaredPath = element.attributes.find(({ name }) => name === 'd')?.value;
  if (isUnknown || hasMarker || declaredPath !== attributes.d) {
    return { number: 0, stray: [], isAll: false };
  }
  const outline = outlineOf(shape);
  // A line without length is a dot if its ends are round or square.
  const drawsDots = paintsOf(shape).stroke !== undefined && style['stroke-linecap'] !== 'butt';
  const stray = outline.filter(({ segments, isClosed }) => {
    if (segments.length === 0 && !isClosed) return true;
    return !drawsDots && segments.every(hasNoExtent);
  });
  const isAll = stray.length === outline.length;
  return { number: isAll ? Math.max(stray.length, 1) : stray.length, stray, isAll };
}

function finding(
  { file }: LintSource,
  found: readonly { readonly shape: Shape; readonly number: number }[],
  fix: readonly Edit[],
): LintFinding {
  const number = found.reduce((sum, each) => sum + each.number, 0);
  return {
    file,
    message: `${countNoun(number, 'stray point', ['paints', 'paint'])} nothing.`,
    hint: 'Delete it: Illustrator “Select > Object > Stray Points”, Inkscape “Path > Clean Up”, elsewhere in the list of layers.',
    ...(found[0] && { offset: found[0].shape.element.start }),
    ...(fix.length > 0 && { fix }),
  };
}

/** Removes single points from a path; the following subpaths keep their start. */
function removeSubpaths(
  { svg }: LintSource,
  { isPlain }: ShapeList,
  shape: Shape,
  stray: readonly Subpath[],
): readonly Edit[] | undefined {
  const attribute = shape.element.attributes.find(({ name }) => name === 'd');
  if (!isPlain || !attribute) return undefined;
  const { value, valueStart, valueEnd } = attribute;
  if (svg.slice(valueStart, valueEnd) !== value) return undefined;
  const all = outlineOf(shape);
  const edits: Edit[] = [];
  for (let index = 0; index < all.length; index++) {
    const first = all[index] as Subpath;
    if (!stray.includes(first)) continue;
    while (stray.includes(all[index + 1] as Subpath)) index += 1;
    const [last, next] = [all[index] as Subpath, all[index + 1]];
    if (!first.hasMove || (next && !next.hasMove)) return undefined;
    const rest = next?.isRelative
      ? { end: next.numbers.at(-1)?.end ?? 0, text: moveTo(next, value) }
      : { end: last.endsAt, text: '' };
    edits.push({ start: valueStart + first.startsAt, end: valueStart + rest.end, text: rest.text });
  }
  return edits;
}

/**
 * Writes an absolute moveto; numbers without a command after `m` are relative lines, so they get an
 * `l`.
 */
function moveTo({ start, numbers }: Subpath, d: string): string {
  const rest = d.slice(numbers.at(-1)?.end).trimStart();
  const [x, y] = start.map((length) => Number(length.toFixed(4)));
  return `M${x} ${y}${/^[a-z]/i.test(rest) || rest === '' ? '' : 'l'}`;
}
