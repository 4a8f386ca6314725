import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import { suggestion } from '../core/suggest.ts';
import type { IconMeta } from '../core/types.ts';
import type { LintProblem } from './problem.ts';
import type { ActiveRule, LintSettings } from './settings.ts';
import type { LintSet, LintSource } from './types.ts';

/** A problem that the metadata of its icon suppresses. */
export interface Suppressed {
  readonly diagnostic: Diagnostic;
  readonly reason: string;
}

/** Problems that count, and suppressed ones. */
export interface SuppressionResult {
  readonly problems: readonly LintProblem[];
  readonly suppressed: readonly Suppressed[];
  /** Problems with suppressions: unknown rules, and rules that found nothing. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Separates the problems that metadata suppresses. A problem of several files is suppressed if the
 * metadata of its own file suppresses it, or that of all other files.
 *
 * @param set drawings that rules checked
 */
export async function applySuppressions(
  all: readonly LintProblem[],
  set: LintSet,
  settings: LintSettings,
): Promise<SuppressionResult> {
  const { sources } = set;
  const reasons = new Map(sources.map(({ file, meta }) => [file, suppressionsOf(meta)]));
  const used = new Set<string>();
  const problems: LintProblem[] = [];
  const suppressed: Suppressed[] = [];
  for (const problem of all) {
    const reason = findReason(problem, reasons, used);
    if (reason === undefined) problems.push(problem);
    else suppressed.push({ diagnostic: problem.diagnostic, reason });
  }
  return { problems, suppressed, diagnostics: await inspectSuppressions(set, settings, used) };
}

/** Reports suppressions of unknown rules, and those that are not needed. */
async function inspectSuppressions(
  set: LintSet,
  { active, ruleNames }: LintSettings,
  used: ReadonlySet<string>,
): Promise<readonly Diagnostic[]> {
  const activeRules = new Map(active.map((each) => [each.rule.name, each]));
  const diagnostics: Diagnostic[] = [];
  for (const source of set.sources) {
    const { file, meta } = source;
    for (const rule of Object.keys(suppressionsOf(meta))) {
      if (!ruleNames.includes(rule)) diagnostics.push(reportUnknownRule(file, rule, ruleNames));
      const running = activeRules.get(rule);
      if (!running || used.has(keyOf(file, rule)) || !(await appliesTo(source, set, running)))
        continue;
      diagnostics.push(diagnose('exception-unused', { file: metaFile(file), args: { rule } }));
    }
  }
  return diagnostics;
}

/** Checks if a rule requires anything of a drawing. */
async function appliesTo(
  source: LintSource,
  set: LintSet,
  { rule, options }: ActiveRule,
): Promise<boolean> {
  return rule.scope === 'set' && rule.applies ? rule.applies(source, set, options) : true;
}

/** Suppressed rules of an icon, also under the older key. */
function suppressionsOf({ suppressions, exceptions }: IconMeta): Readonly<Record<string, string>> {
  return { ...exceptions, ...suppressions };
}

type SuppressionReasons = ReadonlyMap<string, Readonly<Record<string, string>>>;

function findReason(
  { rule, diagnostic: { file, others = [] } }: LintProblem,
  reasons: SuppressionReasons,
  used: Set<string>,
): string | undefined {
  const reasonIn = (each: string) => {
    const fileReasons = reasons.get(each) ?? {};
    return Object.hasOwn(fileReasons, rule) ? fileReasons[rule] : undefined;
  };
  const ownReason = reasonIn(file);
  const otherReasons = others.map(reasonIn);
  const isSuppressedByAll =
    otherReasons.length > 0 && otherReasons.every((reason) => reason !== undefined);
  if (ownReason === undefined && !isSuppressedByAll) return undefined;
  for (const each of [file, ...others])
    if (reasonIn(each) !== undefined) used.add(keyOf(each, rule));
  return ownReason ?? otherReasons[0];
}

function reportUnknownRule(file: string, rule: string, ruleNames: readonly string[]): Diagnostic {
  const args = { rule, known: ruleNames.join(', '), suggestion: suggestion(rule, ruleNames) };
  return diagnose('exception-unknown', { file: metaFile(file), args });
}

function keyOf(file: string, rule: string): string {
  return `${rule}\0${file}`;
}

/** Metadata file that holds the suppressions of an SVG file. */
function metaFile(file: string): string {
  return file.replace(/\.svg$/i, '.meta.json');
}
