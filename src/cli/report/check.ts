import type { Diagnostic, Severity } from '../../core/diagnostics.ts';
import type { CheckResult } from '../../pipeline/check.ts';

/** Check result and the data around it that reporters need. */
export interface CheckReport {
  readonly result: CheckResult;
  readonly seconds: number;
  /** Maximum number of warnings to pass; unlimited if missing. */
  readonly maxWarnings: number | undefined;
  /** Folder that file names are relative to. */
  readonly cwd: string;
  /** URL of the folder that apps serve the sprites from, or ''. */
  readonly base: string;
}

/** Report of a check in one format. */
export interface CheckReporter {
  readonly result: (report: CheckReport) => string | Promise<string>;
  /** Reports the problems that prevented a check. */
  readonly failure: (diagnostics: readonly Diagnostic[], cwd: string) => string | Promise<string>;
}

/** Counts problems by severity. */
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

/** Checks whether a check has no errors and not too many warnings. */
export function hasPassed(report: CheckReport): boolean {
  return countSeverities(report.result.diagnostics).error === 0 && !hasTooManyWarnings(report);
}
