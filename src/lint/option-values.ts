import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import { suggestion } from '../core/suggest.ts';
import type { OptionKind, Rule, RuleOption } from './types.ts';

/** Validates an option of a rule; `undefined` if it is valid. */
export function validateOption(
  { name: rule, options }: Rule,
  option: string,
  value: unknown,
  file: string,
): Diagnostic | undefined {
  const optionNames = Object.keys(options);
  const definition = Object.hasOwn(options, option) ? options[option] : undefined;
  if (!definition) {
    const list =
      optionNames.length > 0 ? `its options are: ${optionNames.join(', ')}` : 'it has none';
    const hint = `Correct the name in lint.rules, or remove it; ${list}.`;
    const args = { rule, option, suggestion: suggestion(option, optionNames), known: hint };
    return diagnose('unknown-rule-option', { file, args });
  }
  const unknownWord =
    definition.allowedWords &&
    [value].flat().find((word) => !definition.allowedWords?.includes(word as string));
  if (unknownWord !== undefined)
    return reportUnknownWord({ rule, option, file }, definition, String(unknownWord));
  const kinds = acceptedKinds(definition);
  const takesSet = definition.default === SET || definition.about.includes(`\`${SET}\``);
  if (kinds.some((kind) => KINDS[kind].matches(value)) || (takesSet && value === SET))
    return undefined;
  const words = kinds.map((kind) => KINDS[kind].description);
  const expected = [...words, ...(takesSet ? [`'${SET}'`] : [])].join(' or ');
  const received = JSON.stringify(value) ?? String(value);
  const args = { rule, option, expected, received, about: definition.about };
  return diagnose('invalid-rule-option', { file, args });
}

function reportUnknownWord(
  { rule, option, file }: { readonly rule: string; readonly option: string; readonly file: string },
  { allowedWords = [], about }: RuleOption,
  word: string,
): Diagnostic {
  const didYouMean = suggestion(word, allowedWords);
  const expected = `of the words ${allowedWords.map((each) => `'${each}'`).join(', ')}`;
  const args = { rule, option, expected, received: `'${word}'`, about, suggestion: didYouMean };
  return diagnose('invalid-rule-option', { file, args });
}

/** Option value that stands for the value of most drawings of the set. */
const SET = 'set';

/** Kinds that the option declares, else the kind of its default. */
function acceptedKinds({ takes, default: defaultValue }: RuleOption): readonly OptionKind[] {
  if (takes) return takes;
  if (defaultValue === SET) return ['number', 'text', 'texts'];
  const kinds = Object.keys(KINDS) as OptionKind[];
  const matchingKinds = kinds.filter(
    (kind) => kind !== 'pattern' && KINDS[kind].matches(defaultValue),
  );
  return matchingKinds.length > 0 ? matchingKinds : kinds;
}

interface OptionKindCheck {
  readonly matches: (value: unknown) => boolean;
  /** The end of “must be …”. */
  readonly description: string;
}

const isNumber = (value: unknown): value is number => Number.isFinite(value);
const isText = (value: unknown): value is string => typeof value === 'string';

function isPattern(value: unknown): boolean {
  try {
    return isText(value) && Boolean(new RegExp(value, 'u'));
  } catch {
    return false;
  }
}

const KINDS: Readonly<Record<OptionKind, OptionKindCheck>> = {
  number: { matches: isNumber, description: 'a number' },
  text: { matches: isText, description: 'a string' },
  flag: { matches: (value) => typeof value === 'boolean', description: 'true or false' },
  numbers: {
    matches: (value) => Array.isArray(value) && value.every(isNumber),
    description: 'a list of numbers',
  },
  texts: {
    matches: (value) => Array.isArray(value) && value.every(isText),
    description: 'a list of strings',
  },
  pattern: { matches: isPattern, description: 'a regular expression' },
  object: {
    matches: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
    description: 'an object',
  },
};
