import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import { suggestion } from '../core/suggest.ts';
import { accepts, type ValueSchema } from './option.ts';
import { isRecord } from './schemas/values.ts';

/** Checks the keys and values of options against a table. `undefined` counts as missing. */
export function validateOptions(
  options: Readonly<Record<string, unknown>>,
  table: Readonly<Record<string, ValueSchema>>,
  file: string,
): readonly Diagnostic[] {
  return Object.entries(options).flatMap(([key, value]) => {
    if (value === undefined) return [];
    const option = Object.hasOwn(table, key) ? table[key] : undefined;
    if (option === undefined) return [unknownOption(key, Object.keys(table), file)];
    return accepts(option, value) ? [] : [invalidValue(key, value, option, file)];
  });
}

function unknownOption(key: string, known: readonly string[], file: string): Diagnostic {
  const args = { key, known: known.join(', '), suggestion: suggestion(key, known) };
  return diagnose('unknown-option', { file, args });
}

function invalidValue(
  key: string,
  value: unknown,
  { expected, choices = [] }: ValueSchema,
  file: string,
): Diagnostic {
  const candidates = isRecord(value) ? Object.keys(value) : [value].flat();
  const unknownWord = candidates.find(
    (word) => typeof word === 'string' && !choices.includes(word),
  );
  const suggestionText =
    typeof unknownWord === 'string' && choices.length > 0 ? suggestion(unknownWord, choices) : '';
  return invalidOption(file, key, expected, value, suggestionText);
}

/** Creates the diagnostic of an option with an invalid value. */
export function invalidOption(
  file: string,
  key: string,
  expected: string,
  received: unknown,
  suggestionText = '',
): Diagnostic {
  const text = JSON.stringify(received) ?? String(received);
  const args = {
    key,
    expected,
    received: text.length > 80 ? `${text.slice(0, 77)}…` : text,
    suggestion: suggestionText,
  };
  return diagnose('invalid-option', { file, args });
}
