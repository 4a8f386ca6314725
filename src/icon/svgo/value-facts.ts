import { mayReference } from '../references.ts';
import type { AttributeFacts } from './element-facts.ts';
import { COLLECTIONS } from './installed-svgo.ts';
import { PASS_BITS } from './pass-bits.ts';

export function valuePassMask(facts: AttributeFacts, value: string): number {
  return facts.values.get(value) ?? facts.values.set(value, computePassMask(facts, value));
}

/** Values that svgo's plugins change, by their regular expressions, without harmless cases. */
const UNTIDY = /\n|^\s|\s$|\s\s/;
const NUMERIC = /^[-+]?\d*\.?\d+(?:e[-+]?\d+)?(?:px|pt|pc|mm|cm|m|in|ft|em|ex|%)?$/i;
/** Values that rounding to any number of digits leaves unchanged. */
const WHOLE = /^(?:0|-?[1-9]\d{0,14})$/;
const WHOLE_BOX = /^(?:(?:0|-?[1-9]\d{0,14})(?: (?!$)|$)){4}$/;
const HEX_COLOR = /^#[\da-f]{3}$/;

function computePassMask(facts: AttributeFacts, value: string): number {
  const { element, name } = facts;
  let passMask = 0;
  if (value === '') passMask |= PASS_BITS.removeEmptyAttrs;
  if (UNTIDY.test(value)) passMask |= PASS_BITS.cleanupAttrs;
  if (name === 'viewBox' ? !WHOLE_BOX.test(value) : NUMERIC.test(value) && !WHOLE.test(value)) {
    passMask |= PASS_BITS.cleanupNumericValues;
  }
  if (facts.isColor && !isPlainColor(value)) passMask |= PASS_BITS.convertColors;
  if (mayReference(name, value) && !/^#[\da-f]+$/i.test(value))
    passMask |= PASS_BITS['iconloom-drop-unused'];
  if (facts.defaults.includes(value)) passMask |= PASS_BITS.removeUnknownsAndDefaults;
  if (value === '0') passMask |= ZERO_PASS_MASKS.get(name) ?? 0;
  if (value === 'hidden' || value === 'none') passMask |= NONE_PASS_MASKS.get(name) ?? 0;
  // Common on roots of icons with strokes.
  if (name === 'fill' && value === 'none' && element !== 'svg') {
    passMask |= PASS_BITS['iconloom-drop-unpainted'];
  }
  return passMask;
}

function isPlainColor(value: string): boolean {
  if (value === 'none' || value === 'currentColor') return true;
  return HEX_COLOR.test(value) && COLLECTIONS.colorsShortNames[value] === undefined;
}

const ZERO_PASS_MASKS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    r: PASS_BITS.removeHiddenElems,
    rx: PASS_BITS.removeHiddenElems,
    ry: PASS_BITS.removeHiddenElems,
    width: PASS_BITS.removeHiddenElems,
    height: PASS_BITS.removeHiddenElems,
    opacity: PASS_BITS.removeHiddenElems,
    'stroke-width': PASS_BITS.removeUselessStrokeAndFill,
    'stroke-opacity': PASS_BITS.removeUselessStrokeAndFill,
    'fill-opacity': PASS_BITS.removeUselessStrokeAndFill,
  }),
);
const NONE_PASS_MASKS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    visibility: PASS_BITS.removeHiddenElems,
    display: PASS_BITS.removeHiddenElems,
    stroke: PASS_BITS['iconloom-drop-unpainted'],
  }),
);
