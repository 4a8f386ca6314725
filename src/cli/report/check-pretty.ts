import type { Severity } from '../../core/diagnostics.ts';
import {
  type CheckReport,
  type CheckReporter,
  countSeverities,
  hasTooManyWarnings,
} from './check.ts';
import { clean } from './clean.ts';
import { savePictures } from './pictures.ts';
import { count, prettyDiagnostics } from './pretty.ts';

/** A check for people. */
export function asText(isVerbose: boolean): CheckReporter {
  const severities: readonly Severity[] = isVerbose
    ? ['error', 'warning', 'info']
    : ['error', 'warning'];
  return {
    async result(report) {
      const { result } = report;
      const mended = result.mended.map(({ file, code, message }) =>
        clean(`${file} mended ${code}  ${message}`),
      );
      return [
        ...mended.map((line) => `${line}\n`),
        prettyDiagnostics(savePictures(result.diagnostics), severities),
        summary(report),
      ].join('');
    },
    failure: (diagnostics) => prettyDiagnostics(savePictures(diagnostics), severities),
  };
}

function summary(report: CheckReport): string {
  const { result, seconds, maxWarnings } = report;
  const { diagnostics, icons, excepted, mended } = result;
  const { error, warning, info } = countSeverities(diagnostics);
  const fixable = diagnostics.filter(({ fixable }) => fixable).length;
  const parts = [
    error + warning === 0 ? 'nothing to mend' : '',
    count(error, 'error'),
    count(warning, 'warning'),
    info > 0 ? `${info} for the curious (--verbose)` : '',
    excepted.length > 0 ? `${count(excepted.length, 'exception')}` : '',
    mended.length > 0 ? `${mended.length} mended` : '',
    fixable > 0 ? `${fixable} can be mended with --fix` : '',
  ];
  const outputs = diagnostics.find(({ code }) => code === 'outputs-missing');
  const lines = [
    `${count(icons.length, 'icon') || 'no icon'}: ${parts.filter(Boolean).join(', ')} in ${seconds.toFixed(2)} s`,
    ...(outputs ? [`  outputs: ${outputs.message}`] : []),
    ...(hasTooManyWarnings(report)
      ? [`  too many warnings: ${warning}, where at most ${maxWarnings} are allowed`]
      : []),
  ];
  return `${lines.join('\n')}\n`;
}
