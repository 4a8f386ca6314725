import * as v from 'valibot';
import type { ValueSchema } from '../config/option.ts';

/** List of names, or of globs of names. */
export const NAME_LIST: ValueSchema = {
  schema: v.array(v.string()),
  expected: 'a list of strings',
};

/** Path of the types, or `false`. */
export const TYPES_FILE: ValueSchema = {
  schema: v.union([v.literal(false), v.pipe(v.string(), v.nonEmpty())]),
  expected: 'a path or false',
};

/** File of a sprite below the output folder of a bundler. */
export const OUTPUT_FILE: ValueSchema = {
  schema: v.pipe(v.string(), v.regex(/^(?!\/|.*(^|\/)\.\.(\/|$)).*\.svg$/)),
  expected: "a path below the output folder that ends in '.svg'",
};
