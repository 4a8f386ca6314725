import type { Severity } from '../../core/diagnostics.ts';
import {
  type CheckReport,
  type CheckReporter,
  countSeverities,
  hasPassed,
  hasTooManyWarnings,
} from './check.ts';
import { pc } from './colors.ts';
import { count, countOrNo, severityCounts } from './count.ts';
import { escapeLine } from './escape-line.ts';
import { explainHint } from './explain-hint.ts';
import { savePictures } from './pictures.ts';
import { prettyDiagnostics, problemList } from './problems.ts';
import { failureVerdict } from './verdict.ts';
import { wrapLines } from './wrap.ts';

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
  const shown = { severities, hasVerbose: true };
  return {
    result(report) {
      const problems = savePictures(report.result.diagnostics);
      const visible = problems.filter(({ severity }) => severities.includes(severity));
      return [
        ...report.result.fixed.map(
          ({ file, code, message }) => `${escapeLine(`${file} fixed ${code}  ${message}`)}\n`,
        ),
        problemList(problems, { ...shown, stream: process.stdout }),
        explainHint(visible, process.stdout),
        wrapLines(summary(report, { isVerbose }), process.stdout),
        wrapLines(verdict(report), process.stdout),
      ].join('');
    },
    failure: (diagnostics) =>
      prettyDiagnostics(savePictures(diagnostics), shown) +
      failureVerdict(diagnostics, { outcome: 'Nothing checked.' }),
  };
}

/** Number of icons, time, and problems that are not among those above. */
function summary({ result, seconds }: CheckReport, { isVerbose }: Required<PrettyOptions>): string {
  const { diagnostics, icons, suppressed, known, fixed } = result;
  const { info } = countSeverities(diagnostics);
  const parts = [
    `${countOrNo(icons.length, 'icon')} checked in ${seconds.toFixed(2)} s`,
    suppressed.length > 0 ? `${count(suppressed.length, 'problem')} suppressed` : '',
    known.length > 0 ? `${count(known.length, 'known problem')} in the baseline` : '',
    fixed.length > 0 ? `${count(fixed.length, 'problem')} fixed` : '',
    info > 0 && !isVerbose ? `${count(info, 'info message')} with --verbose` : '',
  ];
  const outputs = diagnostics.filter(
    ({ code, severity }) => code.startsWith('outputs-') && severity === 'info',
  );
  const lines = [
    parts.filter(Boolean).join(', '),
    ...(isVerbose ? [] : outputs.map(({ message }) => escapeLine(`  ${message}`))),
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

/** Last line: `2 errors, 20 warnings in 5 files. 3 can be fixed with --fix.` */
function verdict(report: CheckReport): string {
  const problems = report.result.diagnostics.filter(({ severity }) => severity !== 'info');
  const counts = countSeverities(problems);
  if (problems.length === 0)
    return `${pc.green(report.result.known.length > 0 ? 'No new problems.' : 'No problems.')}\n`;
  const files = new Set(problems.map(({ file }) => file)).size;
  const total = `${severityCounts(counts)} in ${count(files, 'file')}.`;
  const fixable = problems.filter((each) => each.fixable).length;
  const sentences = [
    hasPassed(report) ? pc.yellow(total) : pc.red(total),
    hasTooManyWarnings(report)
      ? `The maximum is ${report.maxWarnings === 1 ? '1 warning' : `${report.maxWarnings} warnings`}.`
      : '',
    fixable > 0 ? `${fixable} can be fixed with --fix.` : '',
  ];
  return `${sentences.filter(Boolean).join(' ')}\n`;
}
