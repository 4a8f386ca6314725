import type { Diagnostic } from '../core/diagnostics.ts';
import { byCodeUnit } from '../core/names.ts';
import { positionAt } from '../core/position.ts';
import { createRuleRunner, type FindingsByRule } from './cached-findings.ts';
import type { LintProblem } from './problem.ts';
import type { ActiveRule, LintSettings } from './settings.ts';
import { applySuppressions, type Suppressed } from './suppressions.ts';
import type { LintFinding, LintSet, LintSource, Memoize } from './types.ts';

/** Result of running rules. */
export interface LintResult {
  /** Sorted by file and position. */
  readonly problems: readonly LintProblem[];
  readonly suppressed: readonly Suppressed[];
  /** Problems with suppressions. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Options for running rules. */
export interface LintOptions {
  /** Called after each batch of checked drawings. */
  readonly onProgress?: ((done: number, total: number, file: string) => void) | undefined;
  /** Findings of previous runs with the same settings; new findings are added. */
  readonly findingsCache?: SourceFindingsCache;
  /** Caches findings for the next run. Default: no cache. */
  readonly memoize?: Memoize | undefined;
}

/** Findings of rules with the scope of one drawing, valid as long as the object lives. */
export type SourceFindingsCache = WeakMap<LintSource, FindingsByRule>;

/** Finds problems of drawings, without suppressed ones. */
export async function lint(
  sources: readonly LintSource[],
  sprites: LintSet['sprites'],
  settings: LintSettings,
): Promise<Diagnostic[]> {
  const { problems, diagnostics } = await runRules({ sources, sprites }, settings);
  return [...problems.map(({ diagnostic }) => diagnostic), ...diagnostics];
}

/** Drawings that are checked at the same time, so that some are read while others are rendered. */
const CONCURRENCY = 32;

/** Runs all active rules. */
export async function runRules(
  set: LintSet,
  settings: LintSettings,
  { onProgress, findingsCache = new WeakMap(), memoize }: LintOptions = {},
): Promise<LintResult> {
  const { sources } = set;
  const byFile = new Map(sources.map((source) => [source.file, source]));
  const foundProblems: LintProblem[] = [];
  const addFindings = (active: ActiveRule, findings: readonly LintFinding[]) => {
    for (const finding of findings) foundProblems.push(problemOf(finding, active, byFile));
  };
  const runner = createRuleRunner(set, settings.active, memoize);
  const pending = sources.filter((source) => !findingsCache.has(source));
  for (let first = 0; first < pending.length; first += CONCURRENCY) {
    const batch = pending.slice(first, first + CONCURRENCY);
    await Promise.all(
      batch.map(async (source) => void findingsCache.set(source, await runner.runOnSource(source))),
    );
    const done = sources.length - pending.length + first + batch.length;
    onProgress?.(done, sources.length, batch.at(-1)?.file ?? '');
  }
  for (const source of sources) {
    const sourceFindings = findingsCache.get(source) ?? {};
    for (const active of settings.active)
      addFindings(active, sourceFindings[active.rule.name] ?? []);
  }
  for (const active of settings.active) {
    if (active.rule.scope === 'set') addFindings(active, await runner.runOnSet(active));
  }
  const order = new Map(settings.active.map(({ rule }, index) => [rule.name, index]));
  return applySuppressions(foundProblems.sort(compareProblems(order)), set, settings);
}

function problemOf(
  { file, message, hint, offset, fix, fixLabel, others }: LintFinding,
  { rule, severity }: ActiveRule,
  sources: ReadonlyMap<string, LintSource>,
): LintProblem {
  const text = sources.get(file)?.svg;
  const isFixable = fix !== undefined && fix.length > 0 && text !== undefined;
  const diagnostic: Diagnostic = {
    code: `lint/${rule.name}`,
    severity,
    file,
    ...(text !== undefined && offset !== undefined && { where: positionAt(text, offset) }),
    message,
    hint,
    ...(isFixable && { fixable: true as const }),
    ...(isFixable && fixLabel !== undefined && { fixLabel }),
    ...(others && others.length > 0 && { others }),
  };
  return { diagnostic, rule: rule.name, ...(isFixable && { fix }) };
}

/** Compares by file, position and rule, so that the order of reports does not depend on timing. */
function compareProblems(
  rules: ReadonlyMap<string, number>,
): (a: LintProblem, b: LintProblem) => number {
  const positionOf = ({ diagnostic: { where } }: LintProblem) =>
    [where?.line ?? 0, where?.column ?? 0] as const;
  return (a, b) =>
    byCodeUnit(a.diagnostic.file, b.diagnostic.file) ||
    positionOf(a)[0] - positionOf(b)[0] ||
    positionOf(a)[1] - positionOf(b)[1] ||
    (rules.get(a.rule) ?? 0) - (rules.get(b.rule) ?? 0) ||
    byCodeUnit(a.diagnostic.message, b.diagnostic.message);
}
