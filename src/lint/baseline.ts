import type { Diagnostic } from '../core/diagnostics.ts';
import { byCodeUnit } from '../core/names.ts';
import type { LintProblem } from './problem.ts';

/** Number of known problems by file and rule. */
export type Baseline = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Entry of a baseline. */
export interface BaselineEntry {
  readonly file: string;
  readonly rule: string;
}

/** Version of the file format. */
export const BASELINE_VERSION = 1;

/** Problems beyond a baseline, and those that it lists. */
export interface BaselineResult {
  readonly problems: readonly LintProblem[];
  readonly known: readonly Diagnostic[];
}

/** Checks if a problem can be in a baseline: infos do not count. */
function countsInBaseline({ diagnostic: { severity } }: LintProblem): boolean {
  return severity !== 'info';
}

/**
 * Separates known problems. If a file has more problems of a rule than its entry allows, all of them
 * are new, since nothing tells which one is.
 */
export function applyBaseline(all: readonly LintProblem[], baseline: Baseline): BaselineResult {
  const counts = countProblems(all);
  const problems: LintProblem[] = [];
  const known: Diagnostic[] = [];
  for (const problem of all) {
    const { rule, diagnostic } = problem;
    const allowed = baseline.get(diagnostic.file)?.get(rule) ?? 0;
    const count = counts.get(diagnostic.file)?.get(rule) ?? 0;
    if (countsInBaseline(problem) && count <= allowed) known.push(diagnostic);
    else problems.push(problem);
  }
  return { problems, known };
}

/** Counts problems that a baseline can list. */
export function countProblems(all: readonly LintProblem[]): Baseline {
  const counts = new Map<string, Map<string, number>>();
  for (const { rule, diagnostic } of all.filter(countsInBaseline)) {
    const byRule = counts.get(diagnostic.file) ?? new Map<string, number>();
    counts.set(diagnostic.file, byRule);
    byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
  }
  return counts;
}

/** Entries that allow more problems than there are. */
export function staleEntries(
  baseline: Baseline,
  current: Baseline,
  isChecked: (entry: BaselineEntry) => boolean,
): readonly BaselineEntry[] {
  return [...baseline].flatMap(([file, rules]) =>
    [...rules].flatMap(([rule, allowed]) => {
      const entry = { file, rule };
      const count = current.get(file)?.get(rule) ?? 0;
      return isChecked(entry) && count < allowed ? [entry] : [];
    }),
  );
}

/** Baseline with all current problems; entries that were not checked stay. */
export function updateBaseline(
  before: Baseline,
  current: Baseline,
  isChecked: (entry: BaselineEntry) => boolean,
): Baseline {
  const files = new Set([...before.keys(), ...current.keys()]);
  const updated = [...files].map((file): [string, ReadonlyMap<string, number>] => {
    const kept = [...(before.get(file) ?? [])].filter(([rule]) => !isChecked({ file, rule }));
    return [file, new Map([...kept, ...(current.get(file) ?? [])])];
  });
  return new Map(updated.filter(([, rules]) => rules.size > 0));
}

/** Number of problems in a baseline. */
export function sizeOfBaseline(baseline: Baseline): number {
  const counts = [...baseline.values()].flatMap((rules) => [...rules.values()]);
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Serializes a baseline, sorted, so that a change is a small diff. */
export function serializeBaseline(baseline: Baseline): string {
  const problems = sorted(baseline).map(([file, rules]) => {
    const entries = sorted(rules).map(([rule, count]) => `      ${JSON.stringify(rule)}: ${count}`);
    return `    ${JSON.stringify(file)}: {\n${entries.join(',\n')}\n    }`;
  });
  const body = problems.length > 0 ? `{\n${problems.join(',\n')}\n  }` : '{}';
  return `{\n  "version": ${BASELINE_VERSION},\n  "problems": ${body}\n}\n`;
}

function sorted<T>(map: ReadonlyMap<string, T>): readonly (readonly [string, T])[] {
  return [...map].sort(([a], [b]) => byCodeUnit(a, b));
}
