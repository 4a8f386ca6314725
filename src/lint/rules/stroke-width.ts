import { scaleOf } from '../../svg/matrix.ts';
import { AGREE, type OrSet, optionsOf } from '../options.ts';
import { lengthOf, type Shape } from '../shapes.ts';
import { checkStrokes } from '../strokes.ts';
import type { RuleOption, SetRule } from '../types.ts';
import { count, px } from '../wording.ts';

const OPTIONS = {
  width: {
    default: 'set' as OrSet<number>,
    about: 'How thick lines are, in px of the drawing, or `set` for what most drawings have',
  },
  agree: AGREE,
} satisfies Record<string, RuleOption>;

/** Largest difference that cannot be seen, in px. */
const TOLERANCE = 0.01;

/** Compares widths as they are painted, with all scaling. */
export const strokeWidth: SetRule = {
  name: 'stroke-width',
  about: 'All lines are equally thick',
  scope: 'set',
  options: OPTIONS,
  check(set, given) {
    const { width, agree } = optionsOf(OPTIONS, given);
    return checkStrokes(set, {
      ...{ asked: width, agree, property: 'stroke-width', valueIn: widthOf },
      isSame: (found, asked) => Math.abs(found - asked) <= TOLERANCE,
      message: (number, found, asked, isSet) =>
        `${count(number, 'line', ['is', 'are'])} ${px(found)} thick; ${isSet ? "the set's lines are" : 'lines must be'} ${px(asked)}.`,
      hint: (asked) =>
        `Select it and set its stroke to ${px(asked)}; if it is an outline that was scaled, draw the line again.`,
    });
  },
};

function widthOf({ look, attributes, matrix }: Shape): number | undefined {
  const scale = matrix && scaleOf(matrix);
  const keepsWidth = attributes['vector-effect'] === 'non-scaling-stroke';
  if (scale === undefined || keepsWidth) return undefined;
  const width = lengthOf(look['stroke-width']) * scale;
  return Number.isFinite(width) ? Number(width.toFixed(3)) : undefined;
}
