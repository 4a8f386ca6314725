import * as v from 'valibot';
import type { ValueSchema } from '../option.ts';

/** Schema of a text that is not empty. */
export const WORD: v.GenericSchema<string> = v.pipe(v.string(), v.nonEmpty());

export const ANY_TEXT: ValueSchema = { schema: v.string(), expected: 'a string' };

export const PATH: ValueSchema = { schema: WORD, expected: 'a string' };

export const TEXTS: ValueSchema = {
  schema: v.union([WORD, v.array(WORD)]),
  expected: 'a string or a list of strings',
};

export const FLAG: ValueSchema = { schema: v.boolean(), expected: 'true or false' };

export const COUNT: ValueSchema = {
  schema: v.pipe(v.number(), v.integer(), v.minValue(0)),
  expected: 'a whole number, 0 or greater',
};

export const STRINGS_BY_NAME: ValueSchema = {
  schema: recordOf(v.string()),
  expected: 'an object of strings',
};

/** Exactly one of some words. */
export function oneOf(choices: readonly string[]): ValueSchema {
  return { schema: v.picklist(choices), expected: `one of ${quoted(choices)}`, choices };
}

/** One word or a list of words. */
export function oneOrMoreOf(choices: readonly string[]): ValueSchema {
  return {
    schema: v.union([v.picklist(choices), v.array(v.picklist(choices))]),
    expected: `one or more of ${quoted(choices)}`,
    choices,
  };
}

/** Lists words for messages: `'a', 'b'`. */
export function quoted(words: readonly string[]): string {
  return words.map((word) => `'${word}'`).join(', ');
}

/** Schema of an object whose values all have one schema. */
export interface RecordSchema extends v.CustomSchema<object, undefined> {
  readonly valueSchema: v.GenericSchema;
}

/** Unlike `v.record`, it checks `constructor`, `prototype` and `__proto__`, too. */
export function recordOf(valueSchema: v.GenericSchema): RecordSchema {
  const schema = v.custom<object>(
    (input) => isRecord(input) && Object.values(input).every((each) => v.is(valueSchema, each)),
  );
  return { ...schema, valueSchema };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
