import { AGREE, type OrSet, resolveOptions } from '../options.ts';
import { widthOf } from '../stroke-values.ts';
import { checkStrokes, comparesStrokes, type StrokeCheck } from '../strokes.ts';
import type { RuleOption, SetRule } from '../types.ts';
import { countNoun, formatPx } from '../wording.ts';

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
  presets: { recommended: 'warning', strict: ['error', { agree: 0.6 }] },
  docs: {
    section: 'lines',
    order: 10,
    why: 'Different stroke widths make one set look like several. The rule measures the painted width: a line of 2 px in a group that is scaled to half is 1 px. It skips multicolor icons unless `width` is a number.',
    fix: 'Select the line and set its stroke.',
    autofix: 'changes the width in the place that sets it: on the shape, its group or the `<svg>`.',
  },
  isCheap: true,
  check: (set, configured) => checkStrokes(set, checkOf(configured)),
  applies: (source, set, configured) => comparesStrokes(source, set, checkOf(configured)),
};

function checkOf(configured: Readonly<Record<string, unknown>>): StrokeCheck<number> {
  const { width, agree } = resolveOptions(OPTIONS, configured);
  return {
    expected: width,
    agree,
    property: 'stroke-width',
    valuesOf: ({ widths }) => widths,
    getValue: widthOf,
    isSame: (found, expected) => Math.abs(found - expected) <= TOLERANCE,
    problem: (number, found) =>
      `${countNoun(number, 'line', ['is', 'are'])} ${formatPx(found)} thick`,
    requirement: (expected) => `lines must be ${formatPx(expected)}`,
    majority: (expected) => `have ${formatPx(expected)}`,
    hint: (expected) =>
      `Select it and set its stroke to ${formatPx(expected)}; if it is an outline that was scaled, draw the line again.`,
    fixLabel: (expected) => `Set the stroke to ${formatPx(expected)}`,
  };
}
