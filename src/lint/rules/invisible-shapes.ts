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
      'Whether to report unpainted boxes as large as the picture, which some sets put under all icons',
  },
} satisfies Record<string, RuleOption>;

/** Finds shapes that cannot be seen, which make files larger and confuse the next person. */
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

type Reason = keyof typeof REASONS;

/** The reason that a shape is not seen; `undefined` if it may be seen. */
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
    // Another rule reports points without a shape.
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

/** Factor by which corners extend farther than half of the stroke. */
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
  // Of shapes that hide each other only one may be removed; then they are checked again.
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
    hint: 'Find it in the list of layers and delete it, or give it the color that it should have.',
    offset: shapes[0]?.element.start ?? drawing.root.start,
    ...(fix.length > 0 && { fix }),
  };
}
