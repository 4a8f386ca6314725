import type { ResolvedConfig } from '../config/types.ts';
import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import type { Icon } from '../core/types.ts';
import {
  applyBaseline,
  type BaselineEntry,
  countProblems,
  sizeOfBaseline,
  staleEntries,
  updateBaseline,
} from '../lint/baseline.ts';
import type { LintProblem } from '../lint/problem.ts';
import type { LintSettings } from '../lint/settings.ts';
import { readBaseline, writeBaseline } from '../node/baseline-file.ts';
import { fromDisplayPath } from '../node/display-path.ts';
import { tryStat } from '../node/files.ts';

/** Baseline of a check. */
export interface BaselineSummary {
  /** Its file, relative to the working folder. */
  readonly file: string;
  /** Number of problems that it lists, after an update. */
  readonly count: number;
  /** Number of entries that are no longer needed. */
  readonly stale: number;
  /** Set if this check updated it. */
  readonly isUpdated: boolean;
}

interface AppliedBaseline {
  readonly problems: readonly LintProblem[];
  readonly known: readonly Diagnostic[];
  readonly stale: readonly Diagnostic[];
  readonly summary?: BaselineSummary;
}

/** Known problems of a project. */
export interface ProjectBaseline {
  /** Separates known problems, and updates the file if that is wanted. */
  readonly apply: (
    problems: readonly LintProblem[],
    icons: readonly Icon[],
    settings: LintSettings,
  ) => AppliedBaseline;
}

/** Maximum number of stale entries that are named. */
const MAX_NAMED = 5;

/** @throws {BuildError} when the baseline cannot be used. */
export function openBaseline(
  { cwd, lint: { baseline: choice } }: ResolvedConfig,
  { isUpdated }: { readonly isUpdated: boolean },
): ProjectBaseline {
  if (choice === false && !isUpdated)
    return { apply: (problems) => ({ problems, known: [], stale: [] }) };
  const opened = readBaseline({ cwd, file: choice || undefined }, { isUpdated });
  const { file } = opened;
  return {
    apply(all, icons, { active, ruleNames }) {
      if (!opened.exists && !isUpdated) return { problems: all, known: [], stale: [] };
      const rules = new Set(active.map(({ rule }) => rule.name));
      const files = new Set(icons.map(({ source }) => source.file));
      const exists = (path: string) => tryStat(fromDisplayPath(path, cwd)) !== undefined;
      const isChecked = (entry: BaselineEntry): boolean =>
        !ruleNames.includes(entry.rule) ||
        (files.has(entry.file) ? rules.has(entry.rule) : !exists(entry.file));
      const current = countProblems(all);
      let { baseline } = opened;
      if (isUpdated) {
        baseline = updateBaseline(baseline, current, isChecked);
        writeBaseline(opened, baseline);
      }
      const stale = staleEntries(baseline, current, isChecked);
      return {
        ...applyBaseline(all, baseline),
        stale: stale.length > 0 ? [staleDiagnostic(file, stale)] : [],
        summary: { file, count: sizeOfBaseline(baseline), stale: stale.length, isUpdated },
      };
    },
  };
}

function staleDiagnostic(file: string, stale: readonly BaselineEntry[]): Diagnostic {
  const named = stale.slice(0, MAX_NAMED).map((entry) => `${entry.file} (${entry.rule})`);
  const more = stale.length - named.length;
  const entries = named.join(', ') + (more > 0 ? ` and ${more} more` : '');
  return diagnose('baseline-stale', { file, args: { entries } });
}
