import * as v from 'valibot';
import { OUTPUT_NAMES, type OutputName, type Outputs } from '../../emit/outputs/output-names.ts';
import type { ValueSchema } from '../option.ts';
import { quoted, WORD } from './values.ts';

/** Additional outputs: names, or names with settings. */
export type OutputsOption =
  | OutputName
  | readonly OutputName[]
  | { readonly [Name in OutputName]?: true | Outputs[Name] };

const NAMES = Object.keys(OUTPUT_NAMES) as OutputName[];
const SHARED = { icons: v.optional(v.array(WORD)) };
const OWN: { readonly [Name in OutputName]?: v.ObjectEntries } = {
  iconify: { prefix: v.optional(v.pipe(v.string(), v.regex(/^[a-z\d]+(?:-[a-z\d]+)*$/))) },
  css: { images: v.optional(v.picklist(['data', 'files'])) },
};

const SETTINGS = v.strictObject(
  Object.fromEntries(
    NAMES.map((name) => [
      name,
      v.optional(v.union([v.literal(true), v.strictObject({ ...SHARED, ...OWN[name] })])),
    ]),
  ),
);

export const OUTPUTS: ValueSchema = {
  schema: v.union([v.picklist(NAMES), v.array(v.picklist(NAMES)), SETTINGS]),
  expected: `one or more of ${quoted(NAMES)}, or an object of these: true, or settings such as { icons: ['home'] }`,
  choices: NAMES,
};

/** Settings by output. */
export function resolveOutputs(outputs: OutputsOption): Outputs {
  if (typeof outputs === 'string') return { [outputs]: {} };
  if (isList(outputs)) return Object.fromEntries(outputs.map((name) => [name, {}]));
  return Object.fromEntries(
    Object.entries(outputs)
      .filter(([, settings]) => settings !== undefined)
      .map(([name, settings]) => [name, settings === true ? {} : settings]),
  );
}

function isList(outputs: OutputsOption): outputs is readonly OutputName[] {
  return Array.isArray(outputs);
}
