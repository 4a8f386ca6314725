import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { RULES } from '../../src/lint/rules.ts';
import {
  RECOMMENDED_SOURCE_RULES,
  STRICT_SOURCE_RULES,
} from '../../src/lint/source-rule-presets.ts';
import type { RuleSetting } from '../../src/lint/types.ts';
import { ruleOf } from './drawings.ts';

const DOCS = new URL('../../docs/', import.meta.url);
// Cells of tables are padded.
const page = readFileSync(new URL('rules.md', DOCS), 'utf8').replace(/ +/g, ' ');
const names = Object.keys(RECOMMENDED_SOURCE_RULES);

function sectionOf(name: string): string {
  return (page.split(`\n### ${name}\n`)[1] ?? '').split(/\n##+ /)[0] ?? '';
}

function weightOf(setting: RuleSetting | undefined): string {
  return typeof setting === 'string' ? setting : (setting?.[0] ?? '');
}

test('the presets set the same rules', () => {
  expect(Object.keys(STRICT_SOURCE_RULES)).toEqual(names);
});

test('the page has the rules in the order of the table', () => {
  const order = RULES.map(({ name }) => name).filter((name) => names.includes(name));
  const headings = [...page.matchAll(/^### (.*)$/gm)].map(([, name]) => name);
  expect(headings.filter((name) => names.includes(name ?? ''))).toEqual(order);
  expect(order).toHaveLength(names.length);
});

test('the page has every rule, and what it asks for', () => {
  for (const { name, about } of RULES) {
    expect(page).toContain(`| [\`${name}\`](#${name}) | ${about} |`);
    expect(sectionOf(name)).toContain(about);
  }
});

describe.each(RULES.map(({ name }) => name).filter((name) => !names.includes(name)))(
  'the page on %s',
  (name) => {
    test('has every option with its default and its meaning', () => {
      for (const [option, { default: value, about }] of Object.entries(ruleOf(name).options)) {
        const shown = typeof value === 'string' && value !== '' ? value : JSON.stringify(value);
        expect(sectionOf(name)).toContain(`| \`${option}\` | \`${shown}\` | ${about} |`);
      }
    });
  },
);

describe.each(names)('the page on %s', (name) => {
  test('has every option with its default and its meaning', () => {
    for (const [option, { default: value, about }] of Object.entries(ruleOf(name).options)) {
      const shown = typeof value === 'string' && value !== '' ? value : JSON.stringify(value);
      expect(sectionOf(name)).toContain(`| \`${option}\` | \`${shown}\` | ${about} |`);
    }
  });

  test('has its picture, and what is said of the wrong drawing', () => {
    expect(sectionOf(name)).toContain(`(figures/rules/${name}.svg)`);
    expect(existsSync(new URL(`figures/rules/${name}.svg`, DOCS))).toBe(true);
    const captions = new URL('../fixtures/rules/captions.json', import.meta.url);
    const { says } = JSON.parse(readFileSync(captions, 'utf8'))[name];
    expect(sectionOf(name)).toContain(`> ${says}`);
  });

  test('has what the presets make of it', () => {
    const [recommended, strict] = [RECOMMENDED_SOURCE_RULES, STRICT_SOURCE_RULES].map((preset) =>
      weightOf(preset[name]),
    );
    expect(page).toContain(`| ${ruleOf(name).about} | ${recommended} | ${strict} |`);
  });

  test('presets set only options that there are', () => {
    for (const setting of [RECOMMENDED_SOURCE_RULES[name], STRICT_SOURCE_RULES[name]]) {
      const options = Array.isArray(setting) ? Object.keys(setting[1]) : [];
      for (const option of options) expect(ruleOf(name).options).toHaveProperty(option);
    }
  });
});
