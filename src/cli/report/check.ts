import type { CheckResult } from '../../check.ts';
import type { Diagnostic, Severity } from '../../core/diagnostics.ts';

/** A check, and what there is to tell besides. */
export interface CheckReport {
  readonly result: CheckResult;
  readonly seconds: number;
  /** The most warnings with which it ends well; any number where it is missing. */
  readonly maxWarnings: number | undefined;
  /** Folder that files are named relative to. */
  readonly cwd: string;
  /** URL of the folder that apps serve the sprites from, or ''. */
  readonly base: string;
}

/** Tells of a check in one format. */
export interface CheckReporter {
  readonly result: (report: CheckReport) => string | Promise<string>;
  /** Tells of what kept a check from being made. */
  readonly failure: (diagnostics: readonly Diagnostic[], cwd: string) => string | Promise<string>;
}

/** Problems by how heavily they weigh. */
export function countSeverities(
  diagnostics: readonly Diagnostic[],
): Readonly<Record<Severity, number>> {
  const of = (kind: Severity) => diagnostics.filter(({ severity }) => severity === kind).length;
  return { error: of('error'), warning: of('warning'), info: of('info') };
}

export function hasTooManyWarnings({ result, maxWarnings }: CheckReport): boolean {
  const { warning } = countSeverities(result.diagnostics);
  return maxWarnings !== undefined && warning > maxWarnings;
}

/** Whether a check found nothing that should stop anyone. */
export function isWell(report: CheckReport): boolean {
  return countSeverities(report.result.diagnostics).error === 0 && !hasTooManyWarnings(report);
}
