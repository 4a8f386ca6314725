import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import { suggestion } from '../core/suggest.ts';
import type { OptionKind, Rule, RuleOption } from './types.ts';

/** Validates an option of a rule; `undefined` if it is valid. */
export function problemOfOption(
  { name: rule, options }: Rule,
  option: string,
  value: unknown,
  file: string,
): Diagnostic | undefined {
  const known = Object.keys(options);
  const meant = Object.hasOwn(options, option) ? options[option] : undefined;
  if (!meant) {
    const list = known.length > 0 ? `its options are: ${known.join(', ')}` : 'it has none';
    const hint = `Correct the name in check.rules, or remove it; ${list}.`;
    const args = { rule, option, suggestion: suggestion(option, known), known: hint };
    return diagnose('unknown-rule-option', { file, args });
  }
  const stray = meant.of && [value].flat().find((word) => !meant.of?.includes(word as string));
  if (stray !== undefined) return strayWord({ rule, option, file }, meant, String(stray));
  const kinds = kindsOf(meant);
  const takesSet = meant.default === SET || meant.about.includes(`\`${SET}\``);
  if (kinds.some((kind) => KINDS[kind].is(value)) || (takesSet && value === SET)) return undefined;
  const words = kinds.map((kind) => KINDS[kind].words);
  const expected = [...words, ...(takesSet ? [`'${SET}'`] : [])].join(' or ');
  const received = JSON.stringify(value) ?? String(value);
  const args = { rule, option, expected, received, about: meant.about };
  return diagnose('invalid-rule-option', { file, args });
}

function strayWord(
  { rule, option, file }: { readonly rule: string; readonly option: string; readonly file: string },
  { of = [], about }: RuleOption,
  word: string,
): Diagnostic {
  const near = suggestion(word, of);
  const expected = `of the words ${of.map((each) => `'${each}'`).join(', ')}`;
  const args = { rule, option, expected, received: `'${word}'`, about, suggestion: near };
  return diagnose('invalid-rule-option', { file, args });
}

/** Option value that stands for the value of most drawings of the set. */
const SET = 'set';

/** Kinds that the option declares, else the kind of its default. */
function kindsOf({ takes, default: standard }: RuleOption): readonly OptionKind[] {
  if (takes) return takes;
  if (standard === SET) return ['number', 'text', 'texts'];
  const kinds = Object.keys(KINDS) as OptionKind[];
  const found = kinds.filter((kind) => kind !== 'pattern' && KINDS[kind].is(standard));
  return found.length > 0 ? found : kinds;
}

interface Kind {
  readonly is: (value: unknown) => boolean;
  /** The end of “must be …”. */
  readonly words: string;
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

const KINDS: Readonly<Record<OptionKind, Kind>> = {
  number: { is: isNumber, words: 'a number' },
  text: { is: isText, words: 'a string' },
  flag: { is: (value) => typeof value === 'boolean', words: 'true or false' },
  numbers: {
    is: (value) => Array.isArray(value) && value.every(isNumber),
    words: 'a list of numbers',
  },
  texts: { is: (value) => Array.isArray(value) && value.every(isText), words: 'a list of strings' },
  pattern: { is: isPattern, words: 'a regular expression' },
  object: {
    is: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
    words: 'an object',
  },
};
