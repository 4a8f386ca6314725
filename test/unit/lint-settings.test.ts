import { describe, expect, test } from 'vitest';
import { RULES } from '../../src/lint/rules.ts';
import { lintSettings, type RuleSelection } from '../../src/lint/settings.ts';
import type { Rule, RuleOption } from '../../src/lint/types.ts';

const ruleOf = (name: string, options: Record<string, RuleOption> = {}): Rule => ({
  ...{ name, about: '', options, scope: 'set' },
  presets: RULES.find((rule) => rule.name === name)?.presets ?? {},
  docs: { section: 'size', order: 0, fix: '' },
  check: () => [],
});
const NAMING = ruleOf('naming', {
  kebab: { default: false, about: 'Whether …' },
  pattern: { default: '', takes: ['pattern'], about: 'A pattern' },
});
const ALL: readonly Rule[] = [
  NAMING,
  ruleOf('stroke', {
    width: { default: 'set', about: 'Width in px, or `set`' },
    gap: { default: 2, about: 'Gap in px' },
    colors: { default: [], takes: ['texts'], allowedWords: ['red', 'blue'], about: 'Colors' },
  }),
];

const settingsOf = (config: RuleSelection) => lintSettings(config, 'iconloom.config.ts', ALL);

/** Rule, severity and options of each rule that is on. */
function activeIn(config: RuleSelection) {
  const { value, diagnostics } = settingsOf(config);
  expect(diagnostics).toEqual([]);
  return value.active.map(({ rule, severity, options }) => [rule.name, severity, options]);
}

const messagesOf = (rules: RuleSelection['rules']) =>
  settingsOf({ ...(rules && { rules }) }).diagnostics.map(({ message }) => message);

describe('settings of rules', () => {
  test('are those of recommended, where nothing is said', () => {
    expect(activeIn({})).toEqual([['naming', 'warning', { kebab: false, pattern: '' }]]);
  });

  test('none turns all off', () => {
    expect(activeIn({ preset: 'none' })).toEqual([]);
  });

  test('turn a rule off, or another on', () => {
    expect(activeIn({ rules: { naming: 'off', stroke: 'info' } })).toEqual([
      ['stroke', 'info', { width: 'set', gap: 2, colors: [] }],
    ]);
  });

  test('change the severity and keep the options of the preset', () => {
    expect(activeIn({ preset: 'strict', rules: { naming: 'info' } })).toEqual([
      ['naming', 'info', { kebab: true, pattern: '' }],
    ]);
  });

  test('change an option and keep the others of the preset', () => {
    const rules = { naming: ['warning', { pattern: '^a' }] };
    expect(activeIn({ preset: 'strict', rules })).toEqual([
      ['naming', 'warning', { kebab: true, pattern: '^a' }],
    ]);
  });

  test('take a number or the word set', () => {
    const rules = { naming: 'off', stroke: ['error', { width: 1.5 }] };
    expect(activeIn({ rules })[0]?.[2]).toMatchObject({ width: 1.5 });
  });
});

describe('mistakes in settings', () => {
  test('a rule that there is not, with the one that is meant', () => {
    expect(messagesOf({ namming: 'error' })).toEqual([
      "Unknown rule 'namming'. Did you mean 'naming'?",
    ]);
  });

  test('a rule named like what objects know', () => {
    expect(messagesOf({ constructor: 'error' })).toEqual(["Unknown rule 'constructor'."]);
  });

  test('an option that there is not, with the one that is meant', () => {
    expect(messagesOf({ naming: ['error', { kebap: true }] })).toEqual([
      "The rule 'naming' has no option 'kebap'. Did you mean 'kebab'?",
    ]);
  });

  test.each([
    [{ naming: 'warn' }, 'not "warn". Did you mean \'warning\'?'],
    [{ naming: 2 }, 'not 2.'],
    [{ naming: ['off', {}] }, 'not ["off",{}].'],
    [{ naming: ['error', 5] }, 'not ["error",5].'],
    [{ naming: [] }, 'not [].'],
    [{ naming: null }, 'not null.'],
  ])('a setting that is none: %j', (rules, end) => {
    const [message = ''] = messagesOf(rules as RuleSelection['rules']);
    expect(message).toMatch(
      /^The rule 'naming' must be 'off', 'info', 'warning', 'error', or a list/,
    );
    expect(message.endsWith(end)).toBe(true);
  });

  test.each([
    [
      'naming',
      { kebab: 'yes' },
      "'kebab' of the rule 'naming' must be true or false, not \"yes\".",
    ],
    [
      'naming',
      { pattern: '(' },
      "'pattern' of the rule 'naming' must be a regular expression, not \"(\".",
    ],
    ['stroke', { gap: '2' }, "'gap' of the rule 'stroke' must be a number, not \"2\"."],
    [
      'stroke',
      { width: true },
      "'width' of the rule 'stroke' must be a number or a string or a list of strings or 'set', not true.",
    ],
    [
      'stroke',
      { colors: ['redd'] },
      "'colors' of the rule 'stroke' must be of the words 'red', 'blue', not 'redd'. Did you mean 'red'?",
    ],
  ])('a value of another kind: %s %j', (name, options, message) => {
    expect(messagesOf({ [name]: ['error', options] })).toEqual([`The option ${message}`]);
  });

  test('are told together, and left out', () => {
    const { value, diagnostics } = settingsOf({ rules: { naming: 'loud', strok: 'error' } });
    expect(diagnostics).toHaveLength(2);
    expect(value.active.map(({ severity }) => severity)).toEqual(['warning']);
  });
});

describe('presets', () => {
  test.each(['recommended', 'strict'] as const)('%s sets options that rules have', (preset) => {
    const rules = Object.fromEntries(RULES.map(({ name, presets }) => [name, presets[preset]]));
    expect(lintSettings({ preset: 'none', rules }, '').diagnostics).toEqual([]);
  });

  test('strict sets every rule', () => {
    expect(RULES.filter(({ presets }) => presets.strict === undefined)).toEqual([]);
  });
});
