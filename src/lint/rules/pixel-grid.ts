import { apply, type Matrix, type Point } from '../../svg/matrix.ts';
import { edgesOf, handlesOf } from '../handles.ts';
import { optionsOf } from '../options.ts';
import { paintsOf } from '../paint.ts';
import { type Shape, type Shapes, shapesOf } from '../shapes.ts';
import { NEAR, offGrid, snapShape } from '../snap.ts';
import type { Drawing, DrawingRule, LintFinding, RuleOption } from '../types.ts';
import { count, figure, px } from '../wording.ts';

const OPTIONS = {
  step: { default: 0.5, about: 'Distance between the lines of the grid, in px of the drawing' },
  points: {
    default: 'edges' as 'edges' | 'all',
    about:
      'What must lie on it: horizontal and vertical `edges`, which blur otherwise, or `all` points',
  },
  shapes: {
    default: 'lines' as 'lines' | 'all',
    about: 'Which shapes to check: those that are drawn as `lines`, or `all`',
  },
} satisfies Record<string, RuleOption>;

const EXACT = 1e-4;

/** Finds straight edges off the grid, which blur over two rows of pixels. */
export const pixelGrid: DrawingRule = {
  name: 'pixel-grid',
  about: 'Points lie on the pixel grid, so that edges are sharp',
  scope: 'drawing',
  options: OPTIONS,
  async check(drawing, given) {
    const { step, points, shapes: which } = optionsOf(OPTIONS, given);
    const all = await shapesOf(drawing);
    if (all.isDynamic) return [];
    const off = new Map<Shape, readonly Off[]>();
    for (const shape of all.shapes) {
      const { fill, stroke } = paintsOf(shape);
      const counts = which === 'lines' ? stroke !== undefined : (stroke ?? fill) !== undefined;
      if (!counts || !shape.matrix) continue;
      const found = offOf(shape, shape.matrix, step, points);
      if (found.length > 0) off.set(shape, found);
    }
    return [...near(drawing, all, off, step), ...far(drawing, off, step)];
  },
};

/** A point and how far it lies from the grid. */
interface Off {
  readonly at: Point;
  readonly by: number;
}

function offOf(shape: Shape, matrix: Matrix, step: number, points: 'edges' | 'all'): Off[] {
  const found =
    points === 'edges'
      ? edgesOf(shape, matrix).map(({ place, at }) => ({ at, by: offGrid(place, step) }))
      : handlesOf(shape).map((handle) => {
          const at = apply(matrix, handle);
          return { at, by: Math.max(offGrid(at[0], step), offGrid(at[1], step)) };
        });
  return found.filter(({ by }) => by > EXACT);
}

function near(
  drawing: Drawing,
  shapes: Shapes,
  off: ReadonlyMap<Shape, readonly Off[]>,
  step: number,
): LintFinding[] {
  const those = [...off].filter(([, found]) => found.some(({ by }) => by <= NEAR));
  const edits = those.flatMap(([shape]) => snapShape(drawing, shapes, shape, step));
  const points = those.flatMap(([, found]) => found.filter(({ by }) => by <= NEAR));
  return told(drawing, points, those[0]?.[0], (number, at) => ({
    message: `${count(number, 'point', ['lies', 'lie'])} just off the grid of ${px(step)}, ${number === 1 ? '' : 'one of them '}at ${at}.`,
    hint: 'Round its position to the grid, and turn on snapping to the pixel grid.',
    ...(edits.length > 0 && { fix: edits }),
  }));
}

function far(
  drawing: Drawing,
  off: ReadonlyMap<Shape, readonly Off[]>,
  step: number,
): LintFinding[] {
  const those = [...off].filter(([, found]) => found.some(({ by }) => by > NEAR));
  const points = those.flatMap(([, found]) => found.filter(({ by }) => by > NEAR));
  return told(drawing, points, those[0]?.[0], (number, at) => ({
    message: `${count(number, 'point', ['lies', 'lie'])} off the grid of ${px(step)}, ${number === 1 ? '' : 'one of them '}at ${at}.`,
    hint: `Select the point and set its position to a multiple of ${figure(step)}; straight edges blur otherwise.`,
  }));
}

function told(
  { file, root }: Drawing,
  points: readonly Off[],
  first: Shape | undefined,
  say: (number: number, at: string) => Omit<LintFinding, 'file' | 'offset'>,
): LintFinding[] {
  const [point] = points;
  if (!point) return [];
  const at = point.at.map((length) => String(Number(length.toFixed(3)))).join(', ');
  return [{ file, offset: (first?.element ?? root).start, ...say(points.length, at) }];
}
