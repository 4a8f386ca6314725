import { distance } from '../area.ts';
import { scaleOf } from '../matrix.ts';
import { optionsOf, unitOf } from '../options.ts';
import { outlineOf } from '../outline.ts';
import { paintsOf } from '../paint.ts';
import type { Subpath } from '../path-data.ts';
import { type Shape, type Shapes, shapesOf } from '../shapes.ts';
import type { Drawing, DrawingRule, Edit, LintFinding, RuleOption } from '../types.ts';
import { px } from '../wording.ts';

const OPTIONS = {
  gap: {
    default: 0.5,
    about:
      'How far apart the ends of an area may lie to be taken for ends that were meant to meet, in px on a grid of 24',
  },
  any: {
    default: false,
    about: 'Whether areas whose ends lie farther apart are told, too, which may be open on purpose',
  },
} satisfies Record<string, RuleOption>;

const EXACT = 1e-4;

/** A line may be open; an area that is open has no edge on one side. */
export const openShapes: DrawingRule = {
  name: 'open-shapes',
  about: 'Filled shapes are closed',
  scope: 'drawing',
  options: OPTIONS,
  async check(drawing, given) {
    const { gap, any } = optionsOf(OPTIONS, given);
    const shapes = await shapesOf(drawing);
    if (shapes.isDynamic) return [];
    return shapes.shapes.flatMap((shape) => {
      const scale = shape.matrix && scaleOf(shape.matrix);
      const isFilled = paintsOf(shape).fill !== undefined;
      if (!isFilled || scale === undefined || !/^(path|polyline)$/.test(shape.element.name))
        return [];
      const most = any ? Number.POSITIVE_INFINITY : gap * unitOf(drawing);
      const open = outlineOf(shape).filter((subpath) => {
        const apart = gapOf(subpath) * scale;
        return apart > EXACT && apart <= most;
      });
      return open.length === 0 ? [] : [findingOf(drawing, shapes, shape, open, scale)];
    });
  },
};

/** How far the ends lie apart; 0 where they meet, or where there is no area to close. */
function gapOf({ isClosed, segments, start }: Subpath): number {
  const last = segments.at(-1);
  const hasArea =
    segments.length > 1 || (last?.handles.length ?? 0) > 0 || last?.radii !== undefined;
  return isClosed || !last || !hasArea ? 0 : distance(last.to, start);
}

function findingOf(
  drawing: Drawing,
  shapes: Shapes,
  shape: Shape,
  open: readonly Subpath[],
  scale: number,
): LintFinding {
  const widest = Math.max(...open.map(gapOf)) * scale;
  const fix = closing(drawing, shapes, shape, open);
  return {
    file: drawing.file,
    message: `A filled shape is open: its end lies ${px(widest)} from its beginning.`,
    hint: 'Join the two end points: Illustrator “Object > Path > Join”, Figma: drag one end onto the other, Inkscape “Join selected nodes”.',
    offset: shape.element.start,
    ...(fix && { fix }),
  };
}

/** Closes them in the text, where what comes behind does not count from the open end. */
function closing(
  { svg }: Drawing,
  { isPlain }: Shapes,
  shape: Shape,
  open: readonly Subpath[],
): readonly Edit[] | undefined {
  const attribute = shape.element.attributes.find(({ name }) => name === 'd');
  if (!isPlain || !attribute || shape.element.name !== 'path') return undefined;
  const { value, valueStart, valueEnd } = attribute;
  if (svg.slice(valueStart, valueEnd) !== value) return undefined;
  const all = outlineOf(shape);
  const isFree = open.every((subpath) => {
    const next = all[all.indexOf(subpath) + 1];
    return !next || (next.hasMove && !next.isRelative);
  });
  if (!isFree) return undefined;
  return open.map(({ endsAt }) => ({
    start: valueStart + endsAt,
    end: valueStart + endsAt,
    text: 'z',
  }));
}
