import * as v from 'valibot';
import { PRESET_NAMES, type Preset } from '../../lint/presets.ts';
import type { RuleSetting } from '../../lint/types.ts';
import type { ValueSchema } from '../option.ts';
import { quoted, WORD } from './values.ts';

/** Settings of `iconloom check`. */
export interface LintConfig {
  /** Rule preset. @default 'recommended' */
  preset?: Preset;
  /** Changes to the preset: rule → off, a severity, or a severity and options. */
  rules?: Readonly<Record<string, RuleSetting>>;
  /** Maximum number of warnings with which a check still passes. @default any number */
  maxWarnings?: number;
  /**
   * Reports out-of-date outputs as errors; `false` does not check them.
   * @default true if there is a build in the output folder and git does not ignore it
   */
  drift?: boolean;
  /**
   * File with known problems, relative to the configuration file, which `iconloom check
   * --update-baseline` writes; `false` ignores it. @default 'iconloom.baseline.json', if it exists
   */
  baseline?: string | false;
}

const LINT_OBJECT = v.strictObject({
  preset: v.optional(v.picklist(PRESET_NAMES)),
  // The rules check their own names and options.
  rules: v.optional(v.record(v.string(), v.unknown())),
  maxWarnings: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  drift: v.optional(v.boolean()),
  baseline: v.optional(v.union([WORD, v.literal(false)])),
});
const KEYS: readonly string[] = Object.keys(LINT_OBJECT.entries);

export const LINT: ValueSchema = {
  schema: LINT_OBJECT,
  expected: `an object with ${KEYS.join(', ')} (one of ${quoted(PRESET_NAMES)}; an object; a whole number, 0 or greater; true or false; a path, or false)`,
  choices: KEYS,
};
