import * as v from 'valibot';
import type { ValueSchema } from '../option.ts';
import { WORD } from './values.ts';

/** Icons of an Iconify package, such as `@iconify-json/mdi`, or of `@iconify/json`, which has all sets. */
export interface IconifyInput {
  /** The package, or the path of a set's JSON file. */
  from: string;
  /** Names in the set. @default all that are not hidden */
  icons?: readonly string[];
  /** Folder name, a prefix of the icons' names. @default '' */
  folder?: string;
}

/** Source of icons: a folder, an SVG file, a glob, a package or a path in one, or an Iconify package. */
export type Input = string | IconifyInput;

const INPUT = v.union([
  WORD,
  v.strictObject({
    from: WORD,
    icons: v.optional(v.array(WORD)),
    folder: v.optional(v.string()),
  }),
]);

export const INPUTS: ValueSchema = {
  schema: v.union([INPUT, v.array(INPUT)]),
  expected: 'a string, an object with from, icons, folder, or a list of these',
};
