import { jsonText } from '../../core/one-line.ts';
import type { LazyBuildResult } from '../../pipeline/build.ts';
import { compareSizes } from './compare-sizes.ts';
import type { ReportedDiagnostic } from './pictures.ts';

/** Data of a summary besides the result. */
export interface BuildSummary {
  readonly seconds: number;
  readonly dryRun: boolean;
}

/** Formats a build as one JSON object on one line. */
export function jsonResult(
  result: Omit<LazyBuildResult, 'loadOutput'>,
  diagnostics: readonly ReportedDiagnostic[],
  { seconds, dryRun }: BuildSummary,
): string {
  const { stats, changes } = result;
  return line({
    ok: !diagnostics.some(({ severity }) => severity === 'error'),
    dryRun,
    icons: stats.icons,
    worked: stats.worked,
    sprites: stats.sprites,
    bytes: compareSizes(result),
    ...(stats.precision && { precision: stats.precision }),
    files: changes,
    seconds: Number(seconds.toFixed(3)),
    diagnostics,
  });
}

/** Formats a failed build as one JSON object on one line. */
export function jsonFailure(diagnostics: readonly ReportedDiagnostic[]): string {
  return line({ ok: false, diagnostics });
}

function line(value: unknown): string {
  return `${jsonText(value)}\n`;
}
