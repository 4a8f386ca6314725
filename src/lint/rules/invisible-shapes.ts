import { boxOf } from '../../svg/view-box.ts';
import { hasArea } from '../area.ts';
import { removeShape } from '../edits.ts';
import { hiddenShapes } from '../hidden.ts';
import { optionsOf } from '../options.ts';
import { type Bounds, boundsOf, outlineOf } from '../outline.ts';
import { paintsOf } from '../paint.ts';
import { lengthOf, type Shape, type Shapes, shapesOf } from '../shapes.ts';
import type { Drawing, DrawingRule, LintFinding, RuleOption } from '../types.ts';

const OPTIONS = {
  frame: {
    default: false,
    about:
      'Whether unpainted boxes as large as the picture are told, too, which some sets lay under all icons',
  },
} satisfies Record<string, RuleOption>;

/** What nobody sees makes files larger, and puzzles whoever opens them next. */
export const invisibleShapes: DrawingRule = {
  name: 'invisible-shapes',
  about: 'Every shape can be seen',
  scope: 'drawing',
  options: OPTIONS,
  async check(drawing, given) {
    const { frame } = optionsOf(OPTIONS, given);
    const all = await shapesOf(drawing);
    if (all.isDynamic) return [];
    const seen: Shape[] = [];
    const unseen = new Map<Reason, Shape[]>();
    const put = (reason: Reason, shape: Shape): void => {
      unseen.set(reason, [...(unseen.get(reason) ?? []), shape]);
    };
    for (const shape of all.shapes) {
      const bounds = shape.matrix && boundsOf(outlineOf(shape), shape.matrix);
      const reason = bounds && reasonOf(drawing, shape, bounds, frame);
      if (reason === undefined) seen.push(shape);
      else if (reason !== 'fine') put(reason, shape);
    }
    for (const shape of await hiddenShapes(drawing, seen)) put('hidden', shape);
    return [...unseen].map(([reason, shapes]) => finding(drawing, all, shapes, reason));
  },
};

/** What is said of one shape, and of several. */
const REASONS = {
  off: ['is switched off', 'are switched off'],
  unpainted: ['has neither a fill nor a stroke', 'have neither a fill nor a stroke'],
  line: ['is a line without a stroke', 'are lines without a stroke'],
  outside: ['lies outside of the picture', 'lie outside of the picture'],
  hidden: [
    'is hidden by others, or lies on one of its own color: without it the picture is the same',
    'are hidden by others, or lie on some of their own color: without any one of them the picture is the same',
  ],
} as const;

type Reason = keyof typeof REASONS;

/** Why a shape is not seen; `undefined` where it may be. */
function reasonOf(
  drawing: Drawing,
  shape: Shape,
  bounds: Bounds,
  frame: boolean,
): Reason | 'fine' | undefined {
  const { fill, stroke } = paintsOf(shape);
  const hasFill = fill !== undefined && hasArea(outlineOf(shape));
  const { look } = shape;
  const hasMarker = [look['marker-start'], look['marker-mid'], look['marker-end']].some(
    (marker) => marker !== 'none',
  );
  if (hasMarker) return undefined;
  if (!hasFill && stroke === undefined) {
    // Points without a shape are told by a rule of their own.
    if (bounds.left === bounds.right && bounds.top === bounds.bottom) return 'fine';
    if (!frame && isFrame(drawing, bounds)) return 'fine';
    if (shape.isOff || look.visibility !== 'visible') return 'off';
    return fill === undefined ? 'unpainted' : 'line';
  }
  return isOutside(drawing, shape, bounds, stroke !== undefined) ? 'outside' : undefined;
}

function isFrame({ icon }: Drawing, { left, top, right, bottom }: Bounds): boolean {
  const { x, y, width, height } = boxOf(icon.facts.viewBox);
  return left <= x && top <= y && right >= x + width && bottom >= y + height;
}

/** Corners may stick out farther than half of the stroke. */
const POINTED = 4;

function isOutside(
  { icon, root }: Drawing,
  { look, isAltered, matrix }: Shape,
  { left, top, right, bottom }: Bounds,
  hasStroke: boolean,
): boolean {
  const isShown = root.attributes.some(
    ({ name, value }) => name === 'overflow' || value.includes('overflow'),
  );
  if (isAltered || isShown || !matrix) return false;
  const grown = Math.max(Math.hypot(matrix[0], matrix[1]), Math.hypot(matrix[2], matrix[3]));
  const around = hasStroke ? (lengthOf(look['stroke-width']) / 2) * POINTED * grown : 0;
  if (Number.isNaN(around)) return false;
  const { x, y, width, height } = boxOf(icon.facts.viewBox);
  return (
    right + around < x ||
    bottom + around < y ||
    left - around > x + width ||
    top - around > y + height
  );
}

function finding(
  drawing: Drawing,
  all: Shapes,
  shapes: readonly Shape[],
  reason: Reason,
): LintFinding {
  // Of those that hide each other only one may go; then it must be looked at again.
  const removed = reason === 'hidden' ? shapes.slice(0, 1) : shapes;
  const fix = removed.flatMap(({ element, isReferenced }) =>
    isReferenced ? [] : (removeShape(drawing, all, element) ?? []),
  );
  const [one, many] = REASONS[reason];
  return {
    file: drawing.file,
    message:
      shapes.length === 1
        ? `A shape cannot be seen: it ${one}.`
        : `${shapes.length} shapes cannot be seen: they ${many}.`,
    hint: 'Find it in the list of layers and delete it, or give it the color that it was to have.',
    offset: shapes[0]?.element.start ?? drawing.root.start,
    ...(fix.length > 0 && { fix }),
  };
}
