import { AGREE, type OrSet, resolveOptions } from '../options.ts';
import { joinOf } from '../stroke-values.ts';
import { checkStrokes, comparesStrokes, type StrokeCheck } from '../strokes.ts';
import type { RuleOption, SetRule } from '../types.ts';
import { countNoun } from '../wording.ts';

const OPTIONS = {
  join: {
    default: 'set' as OrSet<'round' | 'miter' | 'bevel'>,
    about: 'Corners of lines: `round`, `miter`, `bevel`, or `set` for what most drawings have',
  },
  agree: AGREE,
} satisfies Record<string, RuleOption>;

const JOIN_NAMES: Readonly<Record<string, string>> = {
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
  presets: { recommended: 'warning', strict: ['error', { agree: 0.6 }] },
  docs: {
    section: 'lines',
    order: 30,
    why: 'Only lines with corners count.',
    fix: 'Select the line and choose the join, or corner.',
    autofix: 'changes the join in the place that sets it.',
  },
  isCheap: true,
  check: (set, configured) => checkStrokes(set, checkOf(configured)),
  applies: (source, set, configured) => comparesStrokes(source, set, checkOf(configured)),
};

function checkOf(configured: Readonly<Record<string, unknown>>): StrokeCheck<string> {
  const { join, agree } = resolveOptions(OPTIONS, configured);
  return {
    expected: join,
    agree,
    property: 'stroke-linejoin',
    valuesOf: ({ joins }) => joins,
    getValue: joinOf,
    isSame: (found, expected) => found === expected,
    problem: (number, found) =>
      `${countNoun(number, 'line', ['has corners that are', 'have corners that are'])} ${JOIN_NAMES[found]}`,
    requirement: (expected) => `corners must be ${JOIN_NAMES[expected]}`,
    majority: (expected) => `have corners that are ${JOIN_NAMES[expected]}`,
    hint: (expected) => `Select it and set the join of its stroke to ${JOIN_NAMES[expected]}.`,
    fixLabel: (expected) => `Set the join to ${expected}`,
  };
}
