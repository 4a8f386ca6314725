import type { Diagnostic } from '../core/diagnostics.ts';
import { applyFixes } from './fix.ts';
import type { LintProblem } from './problem.ts';
import type { LintSource } from './types.ts';

/** Text of a file before and after fixes. */
export interface FixedSource {
  readonly before: string;
  readonly after: string;
  /** Fixed problems. */
  readonly fixed: readonly Diagnostic[];
}

/** Applies the fixes of problems to the texts of files; returns changed files only. */
export function fixSources(
  problems: readonly LintProblem[],
  sources: readonly LintSource[],
): ReadonlyMap<string, FixedSource> {
  const byFile = new Map<string, LintProblem[]>();
  for (const problem of problems) {
    if (!problem.fix) continue;
    const { file } = problem.diagnostic;
    byFile.set(file, [...(byFile.get(file) ?? []), problem]);
  }
  const fixedSources = sources.flatMap(({ file, svg }): [string, FixedSource][] => {
    const fileProblems = byFile.get(file);
    if (!fileProblems) return [];
    const { text, applied } = applyFixes(
      svg,
      fileProblems.map(({ fix }) => fix ?? []),
    );
    const fixedDiagnostics = applied.flatMap((index) => fileProblems[index]?.diagnostic ?? []);
    return text === svg ? [] : [[file, { before: svg, after: text, fixed: fixedDiagnostics }]];
  });
  return new Map(fixedSources);
}
