import * as v from 'valibot';
import type { ValueSchema } from '../option.ts';

/** File name of a sprite, with `[name]`, `[hash]` and `[hash:8]`. */
export const FILE_NAME: ValueSchema = {
  schema: v.pipe(
    v.string(),
    v.regex(/^(?!.*(^|\/)\.{0,2}\/)([\w./-]|\[(name|hash(:[1-9]\d?)?)\])+\.svg$/),
  ),
  expected: "a relative path that ends in '.svg', of letters, digits, ., -, _, [name] and [hash]",
};

/** Division into several sprites: `none`, one per folder, or a maximum of bytes. */
export type SplitOption = 'none' | 'folder' | number;

/** `false` is an older spelling of `none`. */
export const SPLIT: ValueSchema = {
  schema: v.union([
    v.picklist(['none', 'folder']),
    v.literal(false),
    v.pipe(v.number(), v.integer(), v.minValue(1)),
  ]),
  expected: "'none', 'folder' or a whole number of bytes, 1 or greater",
  choices: ['none', 'folder'],
};
