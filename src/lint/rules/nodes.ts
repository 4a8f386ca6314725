import { handlesOf } from '../handles.ts';
import { optionsOf } from '../options.ts';
import { shapesOf } from '../shapes.ts';
import type { DrawingRule, RuleOption } from '../types.ts';

const OPTIONS = {
  most: { default: 100, about: 'Maximum number of points of all shapes of one drawing' },
} satisfies Record<string, RuleOption>;

/** Counts the points that a person can drag: nodes of paths, corners, centers of circles. */
export const nodes: DrawingRule = {
  name: 'nodes',
  about: 'Shapes have few points',
  scope: 'drawing',
  options: OPTIONS,
  async check(drawing, given) {
    const { most } = optionsOf(OPTIONS, given);
    const { shapes } = await shapesOf(drawing);
    const drawn = shapes.filter(({ isReferenced }) => !isReferenced);
    const number = drawn.reduce((sum, shape) => sum + handlesOf(shape).length, 0);
    if (number <= most) return [];
    return [
      {
        file: drawing.file,
        message: `The drawing has ${number} points; at most ${most} are allowed.`,
        hint: 'Simplify its paths and remove details that cannot be seen at icon size: Illustrator “Object > Path > Simplify”, Inkscape “Path > Simplify”.',
        offset: drawing.root.start,
      },
    ];
  },
};
