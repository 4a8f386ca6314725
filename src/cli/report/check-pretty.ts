import type { Severity } from '../../core/diagnostics.ts';
import {
  type CheckReport,
  type CheckReporter,
  countSeverities,
  hasTooManyWarnings,
} from './check.ts';
import { escapeLine } from './escape-line.ts';
import { explainHint } from './explain-hint.ts';
import { inlinePicture, pictureProtocol } from './inline-picture.ts';
import { type ReportedDiagnostic, savePictures } from './pictures.ts';
import { count, groupsOf, prettyDiagnostics, prettyGroup } from './pretty.ts';

/** Maximum number of icons that are shown as pictures. */
const MAX_PICTURES = 100;

/** Reporter of a check for terminals. */
export function prettyReporter(isVerbose: boolean): CheckReporter {
  const severities: readonly Severity[] = isVerbose
    ? ['error', 'warning', 'info']
    : ['error', 'warning'];
  return {
    async result(report) {
      const visible = savePictures(report.result.diagnostics).filter(({ severity }) =>
        severities.includes(severity),
      );
      return [
        ...report.result.mended.map(
          ({ file, code, message }) => `${escapeLine(`${file} fixed ${code}  ${message}`)}\n`,
        ),
        ...(await formatGroups(
          isVerbose ? visible.map((each) => [each]) : groupsOf(visible),
          report,
        )),
        summary(report, isVerbose),
        explainHint(visible, process.stdout),
      ].join('');
    },
    failure: (diagnostics) => prettyDiagnostics(savePictures(diagnostics), severities),
  };
}

/** Adds the picture of each icon once, above its first problem; groups of icons get none. */
async function formatGroups(
  groups: readonly (readonly ReportedDiagnostic[])[],
  { result }: CheckReport,
): Promise<readonly string[]> {
  const protocol = pictureProtocol(process.stdout.isTTY === true, process.env);
  const icons = new Map(result.icons.map((icon) => [icon.source.file, icon]));
  const lines: string[] = [];
  let last = '';
  let pictureCount = 0;
  for (const group of groups) {
    const file = group.length === 1 ? group[0]?.file : undefined;
    const icon = protocol && file !== undefined && file !== last && icons.get(file);
    last = file ?? '';
    if (icon && pictureCount < MAX_PICTURES) {
      lines.push(await inlinePicture(icon, protocol));
      pictureCount += 1;
    }
    lines.push(prettyGroup(group));
  }
  return lines;
}

function summary(report: CheckReport, isVerbose: boolean): string {
  const { result, seconds, maxWarnings } = report;
  const { diagnostics, icons, excepted, mended } = result;
  const { error, warning, info } = countSeverities(diagnostics);
  const fixable = diagnostics.filter((each) => each.fixable).length;
  const parts = [
    error + warning === 0 ? 'no problems' : '',
    ...[count(error, 'error'), count(warning, 'warning')],
    excepted.length > 0 ? `${excepted.length} suppressed` : '',
    mended.length > 0 ? `${mended.length} fixed` : '',
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
  return `${lines.join('\n')}\n`;
}
