import { AGREE, type OrSet, resolveOptions } from '../options.ts';
import { capOf } from '../stroke-values.ts';
import { checkStrokes, comparesStrokes, type StrokeCheck } from '../strokes.ts';
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
  isCheap: true,
  check: (set, configured) => checkStrokes(set, checkOf(configured)),
  applies: (source, set, configured) => comparesStrokes(source, set, checkOf(configured)),
};

function checkOf(configured: Readonly<Record<string, unknown>>): StrokeCheck<string> {
  const { cap, agree } = resolveOptions(OPTIONS, configured);
  return {
    expected: cap,
    agree,
    property: 'stroke-linecap',
    valuesOf: ({ caps }) => caps,
    getValue: capOf,
    isSame: (found, expected) => found === expected,
    problem: (number, found) => `${countNoun(number, 'line', ['ends', 'end'])} ${CAP_NAMES[found]}`,
    requirement: (expected) => `lines must end ${CAP_NAMES[expected]}`,
    majority: (expected) => `have lines that end ${CAP_NAMES[expected]}`,
    hint: (expected) => `Select it and set the cap of its stroke to ${CAP_NAMES[expected]}.`,
    fixLabel: (expected) => `Set the cap to ${expected}`,
  };
}
