import { AGREE, type OrSet, resolveOptions } from '../options.ts';
import { outlineOf } from '../outline.ts';
import type { Shape } from '../shapes.ts';
import { checkStrokes } from '../strokes.ts';
import type { RuleOption, SetRule } from '../types.ts';
import { countNoun } from '../wording.ts';

const OPTIONS = {
  cap: {
    default: 'set' as OrSet<'round' | 'butt' | 'square'>,
    about: 'How lines end: `round`, `butt`, `square`, or `set` for what most drawings have',
  },
  agree: AGREE,
} satisfies Record<string, RuleOption>;

const CAP_NAMES: Readonly<Record<string, string>> = {
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
  presets: { recommended: 'warning', strict: ['error', { agree: 0.6 }] },
  docs: {
    section: 'lines',
    order: 20,
    why: 'Only lines with ends count; a circle has none.',
    fix: 'Select the line and choose the cap: Figma “End point”, Illustrator and Sketch “Cap” or “Ends”, Inkscape “Stroke style”.',
    autofix: 'changes the cap in the place that sets it.',
  },
  check(set, configured) {
    const { cap, agree } = resolveOptions(OPTIONS, configured);
    return checkStrokes<string>(set, {
      expected: cap,
      agree,
      property: 'stroke-linecap',
      getValue: capOf,
      isSame: (found, expected) => found === expected,
      message: (number, found, expected, isSet) =>
        `${countNoun(number, 'line', ['ends', 'end'])} ${CAP_NAMES[found]}; ${isSet ? "the set's lines" : 'lines must'} end ${CAP_NAMES[expected]}.`,
      hint: (expected) => `Select it and set the cap of its stroke to ${CAP_NAMES[expected]}.`,
    });
  },
};

function capOf(shape: Shape): string | undefined {
  const cap = shape.style['stroke-linecap'];
  if (!Object.hasOwn(CAP_NAMES, cap)) return undefined;
  const hasEnds = outlineOf(shape).some(({ isClosed, segments, start }) => {
    const end = segments.at(-1)?.to;
    const gap = end && Math.hypot(end[0] - start[0], end[1] - start[1]);
    return !isClosed && gap !== undefined && gap > 0;
  });
  return hasEnds || shape.style['stroke-dasharray'] !== 'none' ? cap : undefined;
}
