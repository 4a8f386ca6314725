import { uniformScale } from '../../svg/matrix.ts';
import type { Subpath } from '../../svg/path-data.ts';
import { distance } from '../area.ts';
import { gridUnit, resolveOptions } from '../options.ts';
import { outlineOf } from '../outline.ts';
import { paintsOf } from '../paint.ts';
import { type Shape, type ShapeList, shapesOf } from '../shapes.ts';
import type { Edit, LintFinding, LintSource, RuleOption, SourceRule } from '../types.ts';
import { formatPx } from '../wording.ts';

const OPTIONS = {
  gap: {
    default: 0.1,
    about: 'Largest gap between two ends that were meant to meet, in px on a grid of 24',
  },
  lined: {
    default: true,
    about:
      'Whether to check only areas with a line around them, where the gap can be seen; others are filled as if they were closed',
  },
} satisfies Record<string, RuleOption>;

/** Smallest gap that is not rounding, in px on a grid of 24. */
const MIN_GAP = 0.02;

interface OpenShape {
  readonly shape: Shape;
  readonly subpaths: readonly Subpath[];
  /** Distance of the ends that lie farthest apart, in units of the drawing. */
  readonly gap: number;
}

/** Finds filled shapes whose ends almost meet; lines may be open. */
export const openShapes: SourceRule = {
  name: 'open-shapes',
  about: 'Filled shapes are closed',
  scope: 'drawing',
  options: OPTIONS,
  presets: { recommended: 'warning', strict: ['warning', { lined: false }] },
  docs: {
    section: 'shapes',
    order: 10,
    why: 'A filled shape with a stroke has a visible gap if its ends do not meet. Shapes without a stroke are filled as if they were closed; `strict` also reports these, because fonts and cutting machines need closed shapes.',
    fix: 'Join the two end points: Illustrator “Object > Path > Join”, Inkscape “Join selected nodes”, Figma: drag one end onto the other.',
    autofix: 'closes the shape.',
  },
  async check(source, configured) {
    const { gap, lined } = resolveOptions(OPTIONS, configured);
    const shapes = await shapesOf(source);
    if (shapes.isDynamic) return [];
    const unit = gridUnit(source);
    const open = shapes.shapes.flatMap((shape): OpenShape[] => {
      const scale = shape.matrix && uniformScale(shape.matrix);
      const { fill, stroke } = paintsOf(shape);
      const isChecked = fill !== undefined && (!lined || stroke !== undefined);
      if (!isChecked || scale === undefined || !/^(path|polyline)$/.test(shape.element.name))
        return [];
      const subpaths = outlineOf(shape).filter((subpath) => {
        const endDistance = gapOf(subpath) * scale;
        return endDistance > MIN_GAP * unit && endDistance <= gap * unit;
      });
      if (subpaths.length === 0) return [];
      return [{ shape, subpaths, gap: Math.max(...subpaths.map(gapOf)) * scale }];
    });
    return open.length === 0 ? [] : [findingOf(source, shapes, open)];
  },
};

/** Distance between the ends; 0 if they meet, or if there is no area to close. */
function gapOf({ isClosed, segments, start }: Subpath): number {
  const last = segments.at(-1);
  const hasArea =
    segments.length > 1 || (last?.handles.length ?? 0) > 0 || last?.radii !== undefined;
  return isClosed || !last || !hasArea ? 0 : distance(last.to, start);
}

function findingOf(source: LintSource, shapes: ShapeList, open: readonly OpenShape[]): LintFinding {
  const fix = open.flatMap(
    ({ shape, subpaths }) => closeSubpaths(source, shapes, shape, subpaths) ?? [],
  );
  const number = open.reduce((sum, { subpaths }) => sum + subpaths.length, 0);
  const widest = formatPx(Math.max(...open.map(({ gap }) => gap)));
  return {
    file: source.file,
    message:
      number === 1
        ? `A filled shape is open: its end lies ${widest} from its start.`
        : `${number} filled shapes are open: their ends lie up to ${widest} from their starts.`,
    hint: 'Join the two end points: Illustrator “Object > Path > Join”, Figma: drag one end onto the other, Inkscape “Join selected nodes”.',
    offset: open[0]?.shape.element.start ?? source.root.start,
    ...(fix.length > 0 && { fix }),
  };
}

/**
 * Closes the subpaths in the text; `undefined` if the following data is relative to the open end.
 */
function closeSubpaths(
  { svg }: LintSource,
  { isPlain }: ShapeList,
  shape: Shape,
  open: readonly Subpath[],
): readonly Edit[] | undefined {
  const attribute = shape.element.attributes.find(({ name }) => name === 'd');
  if (!isPlain || !attribute || shape.element.name !== 'path') return undefined;
  const { value, valueStart, valueEnd } = attribute;
  if (svg.slice(valueStart, valueEnd) !== value) return undefined;
  const all = outlineOf(shape);
  const isSafe = open.every((subpath) => {
    const next = all[all.indexOf(subpath) + 1];
    return !next || (next.hasMove && !next.isRelative);
  });
  if (!isSafe) return undefined;
  return open.map(({ endsAt }) => ({
    start: valueStart + endsAt,
    end: valueStart + endsAt,
    text: 'z',
  }));
}
