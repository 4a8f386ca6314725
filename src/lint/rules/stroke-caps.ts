import { AGREE, type OrSet, optionsOf } from '../options.ts';
import { outlineOf } from '../outline.ts';
import type { Shape } from '../shapes.ts';
import { checkStrokes } from '../strokes.ts';
import type { RuleOption, SetRule } from '../types.ts';
import { count } from '../wording.ts';

const OPTIONS = {
  cap: {
    default: 'set' as OrSet<'round' | 'butt' | 'square'>,
    about: 'How lines end: `round`, `butt`, `square`, or `set` for what most drawings have',
  },
  agree: AGREE,
} satisfies Record<string, RuleOption>;

const WORDS: Readonly<Record<string, string>> = {
  butt: 'flat (butt)',
  round: 'round',
  square: 'square (projecting)',
};

/** Compares the caps of lines that have ends. */
export const strokeCaps: SetRule = {
  name: 'stroke-caps',
  about: 'All lines have the same caps',
  scope: 'set',
  options: OPTIONS,
  check(set, given) {
    const { cap, agree } = optionsOf(OPTIONS, given);
    return checkStrokes<string>(set, {
      ...{ asked: cap, agree, property: 'stroke-linecap', valueIn: capOf },
      isSame: (found, asked) => found === asked,
      message: (number, found, asked, isSet) =>
        `${count(number, 'line', ['ends', 'end'])} ${WORDS[found]}; ${isSet ? "the set's lines" : 'lines must'} end ${WORDS[asked]}.`,
      hint: (asked) => `Select it and set the cap of its stroke to ${WORDS[asked]}.`,
    });
  },
};

function capOf(shape: Shape): string | undefined {
  const cap = shape.look['stroke-linecap'];
  if (!Object.hasOwn(WORDS, cap)) return undefined;
  const hasEnds = outlineOf(shape).some(({ isClosed, segments, start }) => {
    const end = segments.at(-1)?.to;
    const gap = end && Math.hypot(end[0] - start[0], end[1] - start[1]);
    return !isClosed && gap !== undefined && gap > 0;
  });
  return hasEnds || shape.look['stroke-dasharray'] !== 'none' ? cap : undefined;
}
