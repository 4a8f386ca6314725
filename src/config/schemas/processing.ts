import * as v from 'valibot';
import { LIMITS } from '../../core/limits.ts';
import type { ValueSchema } from '../option.ts';
import { WORD } from './values.ts';

const DIGITS = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(20));

/** Digits after the decimal point: the same for all icons, or as few as the picture of each allows. */
export type Precision = number | 'auto';

/** Digits of svgo if no option sets them. */
export const DEFAULT_PRECISION = 3;

export const PRECISION: ValueSchema = {
  schema: v.union([v.literal('auto'), DIGITS]),
  expected: "'auto' or a whole number from 0 to 20",
  choices: ['auto'],
};

const SVGO_OBJECT = v.strictObject({
  floatPrecision: v.optional(DIGITS),
  overrides: v.optional(v.record(v.string(), v.any())),
  plugins: v.optional(v.array(v.union([WORD, v.looseObject({ name: WORD })]))),
});
const SVGO_KEYS: readonly string[] = Object.keys(SVGO_OBJECT.entries);

/** Options for svgo. */
export const SVGO: ValueSchema = {
  schema: SVGO_OBJECT,
  expected: `an object with ${SVGO_KEYS.join(', ')} (a whole number, an object, a list of svgo plugins)`,
  choices: SVGO_KEYS,
};

const LIMIT = v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)));
const LIMIT_KEYS: readonly string[] = Object.keys(LIMITS);

/** Limits of one icon. */
export const LIMITS_BY_NAME: ValueSchema = {
  schema: v.strictObject(Object.fromEntries(LIMIT_KEYS.map((key) => [key, LIMIT]))),
  expected: `an object with ${LIMIT_KEYS.join(', ')} (whole numbers, 1 or greater)`,
  choices: LIMIT_KEYS,
};

/** Cache: on, off, or its folder. */
export const CACHE: ValueSchema = {
  schema: v.union([v.boolean(), WORD]),
  expected: 'true, false or a folder',
};
