import { type Matrix, type Point, transformPoint } from '../../svg/matrix.ts';
import { edgesOf, editablePoints } from '../handles.ts';
import { resolveOptions } from '../options.ts';
import { paintsOf } from '../paint.ts';
import { type Shape, type ShapeList, shapesOf } from '../shapes.ts';
import { distanceToGrid, SNAP_DISTANCE, snapShape } from '../snap.ts';
import type { LintFinding, LintSource, RuleOption, SourceRule } from '../types.ts';
import { countNoun, formatFigure, formatPx } from '../wording.ts';

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

const EPSILON = 1e-4;

/** Finds straight edges off the grid, which blur over two rows of pixels. */
export const pixelGrid: SourceRule = {
  name: 'pixel-grid',
  about: 'Points lie on the pixel grid, so that edges are sharp',
  scope: 'drawing',
  options: OPTIONS,
  presets: { strict: 'warning' },
  docs: {
    section: 'size',
    order: 40,
    why: 'At the original size, a horizontal or vertical edge on the grid is sharp. Off the grid, it blurs over two rows of pixels.',
    fix: 'Turn on snapping to the pixel grid, and enter whole or half numbers for points off the grid.',
    autofix:
      'moves points that lie within a hundredth of a px of the grid. The change is invisible.',
  },
  async check(source, configured) {
    const { step, points, shapes: which } = resolveOptions(OPTIONS, configured);
    const all = await shapesOf(source);
    if (all.isDynamic) return [];
    const offGridPoints = new Map<Shape, readonly OffGridPoint[]>();
    for (const shape of all.shapes) {
      const { fill, stroke } = paintsOf(shape);
      const isChecked = which === 'lines' ? stroke !== undefined : (stroke ?? fill) !== undefined;
      if (!isChecked || !shape.matrix) continue;
      const offPoints = findOffGrid(shape, shape.matrix, step, points);
      if (offPoints.length > 0) offGridPoints.set(shape, offPoints);
    }
    return [
      ...reportNear(source, all, offGridPoints, step),
      ...reportFar(source, offGridPoints, step),
    ];
  },
};

/** A point and how far it lies from the grid. */
interface OffGridPoint {
  readonly at: Point;
  readonly distance: number;
}

function findOffGrid(
  shape: Shape,
  matrix: Matrix,
  step: number,
  points: 'edges' | 'all',
): OffGridPoint[] {
  const offPoints =
    points === 'edges'
      ? edgesOf(shape, matrix).map(({ position, at }) => ({
          at,
          distance: distanceToGrid(position, step),
        }))
      : editablePoints(shape).map((handle) => {
          const at = transformPoint(matrix, handle);
          return {
            at,
            distance: Math.max(distanceToGrid(at[0], step), distanceToGrid(at[1], step)),
          };
        });
  return offPoints.filter(({ distance }) => distance > EPSILON);
}

function reportNear(
  source: LintSource,
  shapes: ShapeList,
  offGridPoints: ReadonlyMap<Shape, readonly OffGridPoint[]>,
  step: number,
): LintFinding[] {
  const affected = [...offGridPoints].filter(([, offPoints]) =>
    offPoints.some(({ distance }) => distance <= SNAP_DISTANCE),
  );
  const edits = affected.flatMap(([shape]) => snapShape(source, shapes, shape, step));
  const points = affected.flatMap(([, offPoints]) =>
    offPoints.filter(({ distance }) => distance <= SNAP_DISTANCE),
  );
  return createFinding(source, points, affected[0]?.[0], (number, at) => ({
    message: `${countNoun(number, 'point', ['lies', 'lie'])} just off the grid of ${formatPx(step)}, ${number === 1 ? '' : 'one of them '}at ${at}.`,
    hint: 'Round its position to the grid, and turn on snapping to the pixel grid.',
    ...(edits.length > 0 && { fix: edits }),
  }));
}

function reportFar(
  source: LintSource,
  offGridPoints: ReadonlyMap<Shape, readonly OffGridPoint[]>,
  step: number,
): LintFinding[] {
  const affected = [...offGridPoints].filter(([, offPoints]) =>
    offPoints.some(({ distance }) => distance > SNAP_DISTANCE),
  );
  const points = affected.flatMap(([, offPoints]) =>
    offPoints.filter(({ distance }) => distance > SNAP_DISTANCE),
  );
  return createFinding(source, points, affected[0]?.[0], (number, at) => ({
    message: `${countNoun(number, 'point', ['lies', 'lie'])} off the grid of ${formatPx(step)}, ${number === 1 ? '' : 'one of them '}at ${at}.`,
    hint: `Select the point and set its position to a multiple of ${formatFigure(step)}; straight edges blur otherwise.`,
  }));
}

function createFinding(
  { file, root }: LintSource,
  points: readonly OffGridPoint[],
  first: Shape | undefined,
  describe: (number: number, at: string) => Omit<LintFinding, 'file' | 'offset'>,
): LintFinding[] {
  const [point] = points;
  if (!point) return [];
  const at = point.at.map((length) => String(Number(length.toFixed(3)))).join(', ');
  return [{ file, offset: (first?.element ?? root).start, ...describe(points.length, at) }];
}
