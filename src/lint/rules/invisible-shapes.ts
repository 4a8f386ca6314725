import { hasArea } from '../area.ts';
import { boxOf } from '../coverage.ts';
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
    const findings: LintFinding[] = [];
    for (const shape of all.shapes) {
      const bounds = shape.matrix && boundsOf(outlineOf(shape), shape.matrix);
      const reason = bounds && reasonOf(drawing, shape, bounds, frame);
      if (reason === undefined) seen.push(shape);
      else if (reason !== '') findings.push(finding(drawing, all, shape, reason));
    }
    const hidden = await hiddenShapes(drawing, seen);
    const behind = hidden.map((shape) => finding(drawing, all, shape, BEHIND));
    // Of two that hide each other only one may go, and that must be looked at again.
    return [...findings, ...behind.map((each, index) => (index === 0 ? each : withoutFix(each)))];
  },
};

const BEHIND =
  'is hidden by others, or lies on one of its own color: without it the picture is the same';

/** Why a shape is not seen; '' where that is fine, `undefined` where it may be seen. */
function reasonOf(
  drawing: Drawing,
  shape: Shape,
  bounds: Bounds,
  frame: boolean,
): string | undefined {
  const { fill, stroke } = paintsOf(shape);
  const hasFill = fill !== undefined && hasArea(outlineOf(shape));
  const { look } = shape;
  const hasMarker = [look['marker-start'], look['marker-mid'], look['marker-end']].some(
    (marker) => marker !== 'none',
  );
  if (hasMarker) return undefined;
  if (!hasFill && stroke === undefined) {
    // Points without a shape are told by a rule of their own.
    if (bounds.left === bounds.right && bounds.top === bounds.bottom) return '';
    if (!frame && isFrame(drawing, bounds)) return '';
    if (shape.isOff || look.visibility !== 'visible') return 'is switched off';
    return fill === undefined ? 'has neither a fill nor a stroke' : 'is a line without a stroke';
  }
  return isOutside(drawing, shape, bounds, stroke !== undefined)
    ? 'lies outside of the picture'
    : undefined;
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

function finding(drawing: Drawing, all: Shapes, shape: Shape, reason: string): LintFinding {
  const fix = shape.isReferenced ? undefined : removeShape(drawing, all, shape.element);
  return {
    file: drawing.file,
    message: `A shape cannot be seen: it ${reason}.`,
    hint: 'Find it in the list of layers and delete it, or give it the color that it was to have.',
    offset: shape.element.start,
    ...(fix && { fix }),
  };
}

function withoutFix({ fix: _, ...rest }: LintFinding): LintFinding {
  return rest;
}
