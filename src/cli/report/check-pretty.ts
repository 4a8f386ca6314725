import type { Severity } from '../../core/diagnostics.ts';
import {
  type CheckReport,
  type CheckReporter,
  countSeverities,
  hasTooManyWarnings,
} from './check.ts';
import { escapeLine } from './escape-line.ts';
import { explainHint } from './explain-hint.ts';
import { savePictures } from './pictures.ts';
import { count, groupsOf, prettyDiagnostics, prettyGroup } from './pretty.ts';

/** Options of the report for terminals. */
export interface PrettyOptions {
  /** Also shows info messages, and does not group problems. Default: false. */
  readonly isVerbose?: boolean;
}

/** Reporter of a check for terminals. */
export function prettyReporter({ isVerbose = false }: PrettyOptions = {}): CheckReporter {
  const severities: readonly Severity[] = isVerbose
    ? ['error', 'warning', 'info']
    : ['error', 'warning'];
  return {
    result(report) {
      const visible = savePictures(report.result.diagnostics).filter(({ severity }) =>
        severities.includes(severity),
      );
      return [
        ...report.result.fixed.map(
          ({ file, code, message }) => `${escapeLine(`${file} fixed ${code}  ${message}`)}\n`,
        ),
        ...(isVerbose ? visible.map((each) => [each]) : groupsOf(visible)).map(prettyGroup),
        summary(report, { isVerbose }),
        explainHint(visible, process.stdout),
      ].join('');
    },
    failure: (diagnostics) => prettyDiagnostics(savePictures(diagnostics), severities),
  };
}

function summary(report: CheckReport, { isVerbose }: Required<PrettyOptions>): string {
  const { result, seconds, maxWarnings } = report;
  const { diagnostics, icons, suppressed, known, fixed } = result;
  const { error, warning, info } = countSeverities(diagnostics);
  const fixable = diagnostics.filter((each) => each.fixable).length;
  const parts = [
    error + warning === 0 ? (known.length > 0 ? 'no new problems' : 'no problems') : '',
    count(error, 'error'),
    count(warning, 'warning'),
    suppressed.length > 0 ? `${suppressed.length} suppressed` : '',
    known.length > 0 ? `${count(known.length, 'known problem')} in the baseline` : '',
    fixed.length > 0 ? `${fixed.length} fixed` : '',
    fixable > 0 ? `${fixable} fixable with --fix` : '',
    info > 0 && !isVerbose ? `${count(info, 'info message')} with --verbose` : '',
  ];
  const outputs = diagnostics.filter(
    ({ code, severity }) => code.startsWith('outputs-') && severity === 'info',
  );
  const lines = [
    `${count(icons.length, 'icon') || 'no icons'}: ${parts.filter(Boolean).join(', ')} in ${seconds.toFixed(2)} s`,
    ...(isVerbose ? [] : outputs.map(({ message }) => escapeLine(`  ${message}`))),
    ...(hasTooManyWarnings(report)
      ? [`  too many warnings: ${warning}, the maximum is ${maxWarnings}`]
      : []),
  ];
  return `${[...lines, ...baselineLines(result)].join('\n')}\n`;
}

/** Reports an update of the baseline, or that one is due. */
function baselineLines({ baseline }: CheckReport['result']): string[] {
  if (!baseline) return [];
  const { file, count: listed, stale, isUpdated } = baseline;
  if (isUpdated)
    return [escapeLine(`  ${file} updated: ${count(listed, 'problem') || 'no problems'}`)];
  if (stale === 0) return [];
  const entries = stale === 1 ? '1 entry' : `${stale} entries`;
  return [escapeLine(`  ${entries} of ${file} no longer needed: run with --update-baseline`)];
}
