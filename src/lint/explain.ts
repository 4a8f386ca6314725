import { DIAGNOSTIC_AREAS, type DiagnosticTemplate } from '../core/diagnostics/table.ts';
import type { Severity } from '../core/diagnostics.ts';
import { fillPlaceholders } from '../core/diagnostics.ts';
import { RULES } from './rules.ts';
import type { Rule } from './types.ts';

/** Documentation of a diagnostic code, as plain text. */
export interface Explanation {
  readonly code: string;
  /** Default severity; `off` for rules that the preset `recommended` does not enable. */
  readonly severity: Severity | 'off';
  /** Example of a message. */
  readonly example: string;
  readonly cause: string;
  readonly fix: string;
}

/** Explanations of all codes, rules of `iconloom check` last. */
export function explanations(): readonly Explanation[] {
  return [
    ...DIAGNOSTIC_AREAS.flatMap(({ table }) => Object.entries(table).map(explainTemplate)),
    ...RULES.map(explainRule),
  ];
}

/** Explanation of a code; of a rule also by its name alone. */
export function explain(code: string): Explanation | undefined {
  const all = explanations();
  return all.find((each) => each.code === code) ?? all.find((each) => each.code === `lint/${code}`);
}

function explainTemplate([code, template]: [string, DiagnosticTemplate]): Explanation {
  const { severity, message, cause, fix, example } = template;
  return { code, severity, example: fillPlaceholders(message, example), cause, fix };
}

function explainRule({ name, about, presets, docs }: Rule): Explanation {
  const setting = presets.recommended ?? 'off';
  const autofix = docs.autofix === undefined ? '' : ` \`--fix\` ${docs.autofix}`;
  return {
    code: `lint/${name}`,
    severity: typeof setting === 'string' ? setting : setting[0],
    example: docs.message ?? '',
    cause: withoutLinks(`The rule requires: ${about}.${docs.why ? ` ${docs.why}` : ''}`),
    fix: withoutLinks(`${docs.fix}${autofix}`),
  };
}

/** Replaces Markdown links by their texts. */
function withoutLinks(markdown: string): string {
  return markdown.replace(/\[([^\]]+)\]\([^)]+\)/g, '$1');
}
