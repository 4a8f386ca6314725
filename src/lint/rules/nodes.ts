import { editablePoints } from '../handles.ts';
import { resolveOptions } from '../options.ts';
import { shapesOf } from '../shapes.ts';
import type { RuleOption, SourceRule } from '../types.ts';

const OPTIONS = {
  most: { default: 100, about: 'Maximum number of points of all shapes of one drawing' },
} satisfies Record<string, RuleOption>;

/** Counts the points that a person can drag: nodes of paths, corners, centers of circles. */
export const nodes: SourceRule = {
  name: 'nodes',
  about: 'Shapes have few points',
  scope: 'drawing',
  options: OPTIONS,
  presets: { strict: 'warning' },
  docs: {
    section: 'budgets',
    order: 10,
    why: 'Traced and converted shapes have hundreds of points when five would be enough. They are large, uneven when enlarged, and hard to edit. Points are what you can drag: corners, ends, centers of circles.',
    fix: 'Illustrator “Object > Path > Simplify”, Inkscape “Path > Simplify”, or redraw it from simple shapes.',
  },
  async check(source, configured) {
    const { most } = resolveOptions(OPTIONS, configured);
    const { shapes } = await shapesOf(source);
    const ownShapes = shapes.filter(({ isReferenced }) => !isReferenced);
    const pointCount = ownShapes.reduce((sum, shape) => sum + editablePoints(shape).length, 0);
    if (pointCount <= most) return [];
    return [
      {
        file: source.file,
        message: `The drawing has ${pointCount} points; at most ${most} are allowed.`,
        hint: 'Simplify its paths and remove details that cannot be seen at icon size: Illustrator “Object > Path > Simplify”, Inkscape “Path > Simplify”.',
        offset: source.root.start,
      },
    ];
  },
};
