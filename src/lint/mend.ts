import type { Diagnostic } from '../core/diagnostics.ts';
import { applyFixes } from './fix.ts';
import type { Problem } from './problem.ts';
import type { Drawing } from './types.ts';

/** Text of a file before and after fixes. */
export interface MendedDrawing {
  readonly before: string;
  readonly after: string;
  /** Fixed problems. */
  readonly mended: readonly Diagnostic[];
}

/** Applies the fixes of problems to the texts of files; returns changed files only. */
export function mendDrawings(
  problems: readonly Problem[],
  drawings: readonly Drawing[],
): ReadonlyMap<string, MendedDrawing> {
  const byFile = new Map<string, Problem[]>();
  for (const problem of problems) {
    if (!problem.fix) continue;
    const { file } = problem.diagnostic;
    byFile.set(file, [...(byFile.get(file) ?? []), problem]);
  }
  const mended = drawings.flatMap(({ file, svg }): [string, MendedDrawing][] => {
    const own = byFile.get(file);
    if (!own) return [];
    const { text, applied } = applyFixes(
      svg,
      own.map(({ fix }) => fix ?? []),
    );
    const told = applied.flatMap((index) => own[index]?.diagnostic ?? []);
    return text === svg ? [] : [[file, { before: svg, after: text, mended: told }]];
  });
  return new Map(mended);
}
