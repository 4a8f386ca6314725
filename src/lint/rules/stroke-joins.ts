import { hasCorner } from '../corners.ts';
import { AGREE, type OrSet, optionsOf } from '../options.ts';
import { outlineOf } from '../outline.ts';
import type { Shape } from '../shapes.ts';
import { checkStrokes } from '../strokes.ts';
import type { RuleOption, SetRule } from '../types.ts';
import { count } from '../wording.ts';

const OPTIONS = {
  join: {
    default: 'set' as OrSet<'round' | 'miter' | 'bevel'>,
    about: 'Corners of lines: `round`, `miter`, `bevel`, or `set` for what most drawings have',
  },
  agree: AGREE,
} satisfies Record<string, RuleOption>;

const WORDS: Readonly<Record<string, string>> = {
  miter: 'pointed (miter)',
  round: 'round',
  bevel: 'cut off (bevel)',
};

/** Compares the joins of lines that have corners. */
export const strokeJoins: SetRule = {
  name: 'stroke-joins',
  about: 'All lines have the same joins',
  scope: 'set',
  options: OPTIONS,
  check(set, given) {
    const { join, agree } = optionsOf(OPTIONS, given);
    return checkStrokes<string>(set, {
      ...{ asked: join, agree, property: 'stroke-linejoin', valueIn: joinOf },
      isSame: (found, asked) => found === asked,
      message: (number, found, asked, isSet) =>
        `${count(number, 'line', ['has corners that are', 'have corners that are'])} ${WORDS[found]}; ${isSet ? "the set's corners are" : 'corners must be'} ${WORDS[asked]}.`,
      hint: (asked) => `Select it and set the join of its stroke to ${WORDS[asked]}.`,
    });
  },
};

function joinOf(shape: Shape): string | undefined {
  const join = shape.look['stroke-linejoin'];
  return Object.hasOwn(WORDS, join) && hasCorner(outlineOf(shape)) ? join : undefined;
}
