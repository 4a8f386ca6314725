import * as v from 'valibot';
import type { ColorMode } from '../../core/types.ts';
import type { ValueSchema } from '../option.ts';
import { quoted, recordOf } from './values.ts';

export const COLOR_MODES: readonly ColorMode[] = ['keep', 'currentColor', 'variables'];

/** One color mode, or globs of files → mode. */
export const COLOR: ValueSchema = {
  schema: v.union([v.picklist(COLOR_MODES), recordOf(v.picklist(COLOR_MODES))]),
  expected: `one of ${quoted(COLOR_MODES)}, or an object of globs and these`,
};
