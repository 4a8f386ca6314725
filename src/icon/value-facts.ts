import { _collections as svgo } from 'svgo/browser';
import { type AttributeFacts, MOST } from './element-facts.ts';
import { BITS } from './pass-bits.ts';
import { mayRefer } from './references.ts';

/** Longest value worth caching. */
const LONGEST = 24;

export function bitsOfValue(facts: AttributeFacts, value: string): number {
  if (value.length > LONGEST) return judge(facts, value);
  const met = facts.values.get(value);
  if (met !== undefined) return met;
  const bits = judge(facts, value);
  if (facts.values.size < MOST) facts.values.set(value, bits);
  return bits;
}

/** Values that svgo's plugins change, by their regular expressions, without harmless cases. */
const UNTIDY = /\n|^\s|\s$|\s\s/;
const NUMERIC = /^[-+]?\d*\.?\d+(?:e[-+]?\d+)?(?:px|pt|pc|mm|cm|m|in|ft|em|ex|%)?$/i;
/** Values that rounding to any number of digits leaves unchanged. */
const WHOLE = /^(?:0|-?[1-9]\d{0,14})$/;
const WHOLE_BOX = /^(?:(?:0|-?[1-9]\d{0,14})(?: (?!$)|$)){4}$/;
const HEX_COLOR = /^#[\da-f]{3}$/;

function judge(facts: AttributeFacts, value: string): number {
  const { element, name } = facts;
  let bits = 0;
  if (value === '') bits |= BITS.removeEmptyAttrs;
  if (UNTIDY.test(value)) bits |= BITS.cleanupAttrs;
  if (name === 'viewBox' ? !WHOLE_BOX.test(value) : NUMERIC.test(value) && !WHOLE.test(value)) {
    bits |= BITS.cleanupNumericValues;
  }
  if (facts.isColor && !isPlainColor(value)) bits |= BITS.convertColors;
  if (mayRefer(name, value) && !/^#[\da-f]+$/i.test(value)) bits |= BITS['iconloom-drop-unused'];
  if (facts.defaults.includes(value)) bits |= BITS.removeUnknownsAndDefaults;
  if (value === '0') bits |= ZERO_BITS.get(name) ?? 0;
  if (value === 'hidden' || value === 'none') bits |= NONE_BITS.get(name) ?? 0;
  // On a root it is usual where shapes have strokes.
  if (name === 'fill' && value === 'none' && element !== 'svg') {
    bits |= BITS['iconloom-drop-unpainted'];
  }
  return bits;
}

function isPlainColor(value: string): boolean {
  if (value === 'none' || value === 'currentColor') return true;
  return HEX_COLOR.test(value) && svgo.colorsShortNames[value] === undefined;
}

const ZERO_BITS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    r: BITS.removeHiddenElems,
    rx: BITS.removeHiddenElems,
    ry: BITS.removeHiddenElems,
    width: BITS.removeHiddenElems,
    height: BITS.removeHiddenElems,
    opacity: BITS.removeHiddenElems,
    'stroke-width': BITS.removeUselessStrokeAndFill,
    'stroke-opacity': BITS.removeUselessStrokeAndFill,
    'fill-opacity': BITS.removeUselessStrokeAndFill,
  }),
);
const NONE_BITS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    visibility: BITS.removeHiddenElems,
    display: BITS.removeHiddenElems,
    stroke: BITS['iconloom-drop-unpainted'],
  }),
);
