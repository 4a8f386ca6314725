import { viewBoxOf } from '../../svg/view-box.ts';
import { hasArea } from '../area.ts';
import { removeShape } from '../edits.ts';
import { hiddenShapes } from '../hidden.ts';
import { resolveOptions } from '../options.ts';
import { boundsOf, outlineOf, type ShapeBounds } from '../outline.ts';
import { paintsOf } from '../paint.ts';
import { lengthInUnits, type Shape, type ShapeList, shapesOf } from '../shapes.ts';
import type { LintFinding, LintSource, RuleOption, SourceRule } from '../types.ts';

const OPTIONS = {
  frame: {
    default: false,
    about:
      'Whether to report unpainted boxes as large as the picture, which some sets put under all icons',
  },
} satisfies Record<string, RuleOption>;

/** Finds shapes that cannot be seen, which make files larger and confuse the next person. */
export const invisibleShapes: SourceRule = {
  name: 'invisible-shapes',
  about: 'Every shape can be seen',
  scope: 'drawing',
  options: OPTIONS,
  presets: { recommended: 'warning', strict: ['warning', { frame: true }] },
  docs: {
    section: 'shapes',
    order: 30,
    why: 'An invisible shape confuses the next person who edits the file. It has no fill and no stroke, it is switched off, it lies outside the viewBox, or other shapes hide it. To find hidden shapes, the rule removes each shape and compares the pictures.',
    fix: 'Delete it, or give it the intended color.',
    autofix:
      'removes the shapes; the picture stays unchanged. If shapes hide each other, it removes only the first.',
  },
  async check(source, configured) {
    const { frame } = resolveOptions(OPTIONS, configured);
    const all = await shapesOf(source);
    if (all.isDynamic) return [];
    const visibleShapes: Shape[] = [];
    const shapesByReason = new Map<InvisibleReason, Shape[]>();
    const addShape = (reason: InvisibleReason, shape: Shape): void => {
      shapesByReason.set(reason, [...(shapesByReason.get(reason) ?? []), shape]);
    };
    for (const shape of all.shapes) {
      const bounds = shape.matrix && boundsOf(outlineOf(shape), shape.matrix);
      const reason = bounds && reasonOf(source, shape, bounds, frame);
      if (reason === undefined) visibleShapes.push(shape);
      else if (reason !== 'fine') addShape(reason, shape);
    }
    for (const shape of await hiddenShapes(source, visibleShapes)) addShape('hidden', shape);
    return [...shapesByReason].map(([reason, shapes]) => finding(source, all, shapes, reason));
  },
};

/** Texts about one shape, and about several. */
const REASONS = {
  off: ['is switched off', 'are switched off'],
  unpainted: ['has neither a fill nor a stroke', 'have neither a fill nor a stroke'],
  line: ['is a line without a stroke', 'are lines without a stroke'],
  outside: ['lies outside of the picture', 'lie outside of the picture'],
  hidden: [
    'is covered by others, or lies on a shape of its own color: the picture is the same without it',
    'are covered by others, or lie on shapes of their own color: the picture is the same without any one of them',
  ],
} as const;

type InvisibleReason = keyof typeof REASONS;

/** The reason that a shape is not seen; `undefined` if it may be seen. */
function reasonOf(
  source: LintSource,
  shape: Shape,
  bounds: ShapeBounds,
  frame: boolean,
): InvisibleReason | 'fine' | undefined {
  const { fill, stroke } = paintsOf(shape);
  const hasFill = fill !== undefined && hasArea(outlineOf(shape));
  const { style } = shape;
  const hasMarker = [style['marker-start'], style['marker-mid'], style['marker-end']].some(
    (marker) => marker !== 'none',
  );
  if (hasMarker) return undefined;
  if (!hasFill && stroke === undefined) {
    // Another rule reports points without a shape.
    if (bounds.left === bounds.right && bounds.top === bounds.bottom) return 'fine';
    if (!frame && isFrame(source, bounds)) return 'fine';
    if (shape.isHidden || style.visibility !== 'visible') return 'off';
    return fill === undefined ? 'unpainted' : 'line';
  }
  return isOutside(source, shape, bounds, stroke !== undefined) ? 'outside' : undefined;
}

function isFrame({ icon }: LintSource, { left, top, right, bottom }: ShapeBounds): boolean {
  const { x, y, width, height } = viewBoxOf(icon.facts.viewBox);
  return left <= x && top <= y && right >= x + width && bottom >= y + height;
}

/** Factor by which corners extend farther than half of the stroke. */
const MITER_FACTOR = 4;

function isOutside(
  { icon, root }: LintSource,
  { style, isAltered, matrix }: Shape,
  { left, top, right, bottom }: ShapeBounds,
  hasStroke: boolean,
): boolean {
  const showsOverflow = root.attributes.some(
    ({ name, value }) => name === 'overflow' || value.includes('overflow'),
  );
  if (isAltered || showsOverflow || !matrix) return false;
  const scale = Math.max(Math.hypot(matrix[0], matrix[1]), Math.hypot(matrix[2], matrix[3]));
  const strokeMargin = hasStroke
    ? (lengthInUnits(style['stroke-width']) / 2) * MITER_FACTOR * scale
    : 0;
  if (Number.isNaN(strokeMargin)) return false;
  const { x, y, width, height } = viewBoxOf(icon.facts.viewBox);
  return (
    right + strokeMargin < x ||
    bottom + strokeMargin < y ||
    left - strokeMargin > x + width ||
    top - strokeMargin > y + height
  );
}

function finding(
  source: LintSource,
  all: ShapeList,
  shapes: readonly Shape[],
  reason: InvisibleReason,
): LintFinding {
  // Of shapes that hide each other only one may be removed; then they are checked again.
  const removed = reason === 'hidden' ? shapes.slice(0, 1) : shapes;
  const fix = removed.flatMap(({ element, isReferenced }) =>
    isReferenced ? [] : (removeShape(source, all, element) ?? []),
  );
  const [one, many] = REASONS[reason];
  return {
    file: source.file,
    message:
      shapes.length === 1
        ? `A shape cannot be seen: it ${one}.`
        : `${shapes.length} shapes cannot be seen: they ${many}.`,
    hint: 'Find it in the list of layers and delete it, or give it the color that it should have.',
    offset: shapes[0]?.element.start ?? source.root.start,
    ...(fix.length > 0 && { fix }),
  };
}
