import { readFileSync } from 'node:fs';
import { RULE_SECTIONS } from '../../src/lint/rule-sections.ts';
import { RULES } from '../../src/lint/rules.ts';
import type { Rule, RuleSetting } from '../../src/lint/types.ts';
import { readCaptions } from './captions.ts';
import { generatedNote, markdownTable } from './markdown.ts';

/**
 * Content of docs/rules.md: the introduction in rules-intro.md, and a section for each rule,
 * from its own texts.
 *
 * @throws {Error} if a rule has no example in captions.json and none in its `docs`.
 */
export function rulesPage(): string {
  const sections = Object.entries(RULE_SECTIONS).map(([section, { title, intro }]) => {
    const rules = RULES.filter(({ docs }) => docs.section === section);
    return [`## ${title}`, ...(intro ? [intro] : []), ...rules.map(ruleSection)].join('\n\n');
  });
  const [title = '', ...intro] = INTRO.trim().split('\n');
  return `${[
    title,
    generatedNote('src/lint/rules/ and scripts/generated/rules-intro.md'),
    intro.join('\n').trim(),
    '## All rules',
    overview(),
    ...sections,
  ].join('\n\n')}\n`;
}

const INTRO = readFileSync(new URL('rules-intro.md', import.meta.url), 'utf8');
const CAPTIONS = readCaptions();

function overview(): string {
  return markdownTable(
    ['rule', 'requires', 'recommended', 'strict', '--fix'],
    RULES.map(({ name, about, presets, docs }) => [
      `[\`${name}\`](#${name})`,
      about,
      severityIn(presets.recommended),
      severityIn(presets.strict),
      docs.autofix === undefined ? '' : 'yes',
    ]),
  );
}

function ruleSection({ name, about, options, presets, docs }: Rule): string {
  const caption = CAPTIONS[name];
  const message = caption?.says ?? docs.message;
  if (message === undefined) {
    throw new Error(
      `The rule '${name}' needs an example: wrong and right icons in test/fixtures/rules, or docs.message.`,
    );
  }
  const figure = caption ? `Wrong: ${caption.wrong}. Right: ${caption.right}.` : docs.figure;
  return [
    `### ${name}`,
    figure && `![${figure}](figures/rules/${name}.svg)`,
    `> ${message}`,
    `${about}.${docs.why === undefined ? '' : ` ${docs.why}`}`,
    `Fix: ${docs.fix}`,
    docs.autofix && `\`--fix\` ${docs.autofix}`,
    optionsTable(options),
    `Presets: recommended ${presetText(presets.recommended)}; strict ${presetText(presets.strict)}.`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

function optionsTable(options: Rule['options']): string {
  const rows = Object.entries(options).map(([option, { default: value, about }]) => {
    const shown = typeof value === 'string' && value !== '' ? value : JSON.stringify(value);
    return [`\`${option}\``, `\`${shown}\``, about];
  });
  return rows.length === 0 ? '' : markdownTable(['option', 'default', ''], rows);
}

function severityIn(setting: RuleSetting = 'off'): string {
  return typeof setting === 'string' ? setting : setting[0];
}

function presetText(setting: RuleSetting = 'off'): string {
  const options = typeof setting === 'string' ? {} : setting[1];
  const list = Object.entries(options).map(([key, value]) => `${key}: ${literal(value)}`);
  return `\`${severityIn(setting)}\`${list.length > 0 ? ` with \`${list.join(', ')}\`` : ''}`;
}

function literal(value: unknown): string {
  return JSON.stringify(value).replaceAll('"', "'").replaceAll(',', ', ');
}
