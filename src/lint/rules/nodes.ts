import { handlesOf } from '../handles.ts';
import { optionsOf } from '../options.ts';
import { shapesOf } from '../shapes.ts';
import type { DrawingRule, RuleOption } from '../types.ts';

const OPTIONS = {
  most: { default: 100, about: 'How many points the shapes of one drawing may have together' },
} satisfies Record<string, RuleOption>;

/** Counts what a person would drag: nodes of paths, corners, middles of circles. */
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
        hint: 'Simplify its paths and leave out what nobody sees at the size of an icon: Illustrator “Object > Path > Simplify”, Inkscape “Path > Simplify”.',
        offset: drawing.root.start,
      },
    ];
  },
};
