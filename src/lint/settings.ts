import { type Diagnostic, diagnose, type Severity } from '../core/diagnostics.ts';
import { suggestion } from '../core/suggest.ts';
import type { Result } from '../core/types.ts';
import { validateOption } from './option-values.ts';
import type { Preset } from './presets.ts';
import { RULES } from './rules.ts';
import type { Rule, RuleSetting } from './types.ts';

/** An enabled rule with its settings. */
export interface ActiveRule {
  readonly rule: Rule;
  /** Severity of its findings. */
  readonly severity: Severity;
  /** All of its options, with defaults filled in. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** Resolved settings of all rules. */
export interface LintSettings {
  readonly active: readonly ActiveRule[];
  /** Names of all rules, including those that are off. */
  readonly ruleNames: readonly string[];
}

/** The part of a configuration that sets rules. */
export interface RuleSelection {
  readonly preset?: Preset;
  readonly rules?: Readonly<Record<string, unknown>>;
}

/** Names of severities in other linters. */
const SEVERITY_ALIASES: ReadonlyMap<unknown, string> = new Map([
  ['warn', 'warning'],
  ['err', 'error'],
  ['notice', 'info'],
]);

const SEVERITIES: readonly string[] = ['error', 'warning', 'info'] satisfies Severity[];

/**
 * Merges the defaults of rules, the preset and the configuration, option by option; the last wins.
 * Unknown rules, unknown options and invalid values are reported and ignored.
 *
 * @param configFile the file to name in diagnostics
 */
export function lintSettings(
  { preset = 'recommended', rules = {} }: RuleSelection,
  configFile: string,
  all: readonly Rule[] = RULES,
): Result<LintSettings> {
  const ruleNames = all.map(({ name }) => name);
  const diagnostics: Diagnostic[] = [];
  const configured = new Map<string, RuleSetting>();
  for (const [name, setting] of Object.entries(rules)) {
    if (setting === undefined) continue;
    const rule = all.find((each) => each.name === name);
    const problems = rule
      ? validateSetting(rule, setting, configFile)
      : [unknownRule(name, ruleNames, configFile)];
    diagnostics.push(...problems);
    if (problems.length === 0) configured.set(name, setting as RuleSetting);
  }
  const active = all.flatMap((rule) => {
    const presetSetting = preset === 'none' ? undefined : rule.presets[preset];
    return activate(rule, presetSetting, configured) ?? [];
  });
  return { value: { active, ruleNames }, diagnostics };
}

function activate(
  rule: Rule,
  preset: RuleSetting = 'off',
  configured: ReadonlyMap<string, RuleSetting>,
): ActiveRule | undefined {
  const [, presetOptions] = splitSetting(preset);
  const [severity, ownOptions] = splitSetting(configured.get(rule.name) ?? preset);
  if (severity === 'off') return undefined;
  const defaults = Object.entries(rule.options).map(([name, option]) => [name, option.default]);
  return {
    rule,
    severity,
    options: { ...Object.fromEntries(defaults), ...presetOptions, ...ownOptions },
  };
}

function splitSetting(setting: RuleSetting): readonly ['off' | Severity, Record<string, unknown>] {
  return typeof setting === 'string' ? [setting, {}] : [setting[0], { ...setting[1] }];
}

function unknownRule(rule: string, ruleNames: readonly string[], file: string): Diagnostic {
  const args = { rule, known: ruleNames.join(', '), suggestion: suggestion(rule, ruleNames) };
  return diagnose('unknown-rule', { file, args });
}

function validateSetting(rule: Rule, setting: unknown, file: string): readonly Diagnostic[] {
  const [severity, options, ...more] = Array.isArray(setting) ? setting : [setting, {}];
  const choices = Array.isArray(setting) ? SEVERITIES : ['off', ...SEVERITIES];
  if (!choices.includes(severity) || more.length > 0 || !isRecord(options)) {
    const isKnown = choices.includes(severity) || typeof severity !== 'string';
    const args = {
      rule: rule.name,
      received: JSON.stringify(setting) ?? String(setting),
      suggestion: isKnown ? '' : suggestSeverity(severity, choices),
    };
    return [diagnose('invalid-rule', { file, args })];
  }
  return Object.entries(options).flatMap(([name, value]) =>
    value === undefined ? [] : (validateOption(rule, name, value, file) ?? []),
  );
}

function suggestSeverity(severity: string, choices: readonly string[]): string {
  const alias = SEVERITY_ALIASES.get(severity);
  return alias === undefined ? suggestion(severity, choices) : ` Did you mean '${alias}'?`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
