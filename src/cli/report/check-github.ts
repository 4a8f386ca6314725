import { relative, resolve } from 'node:path';
import type { Diagnostic, Severity } from '../../core/diagnostics.ts';
import { oneLine } from '../../core/one-line.ts';
import { type CheckReporter, countSeverities } from './check.ts';
import { count, countOrNo, severityCounts } from './count.ts';

/**
 * Reporter of annotations on the files of a pull request, errors first, because GitHub shows the first
 * ten of each kind per step. Source: GitHub's “Workflow commands for GitHub Actions”.
 */
export const githubReporter: CheckReporter = {
  result({ result: { diagnostics, icons, known }, cwd }) {
    const counts = severityCounts(countSeverities(diagnostics)) || 'no problems';
    const inBaseline =
      known.length > 0 ? `, ${count(known.length, 'known problem')} in the baseline` : '';
    const summary = `${countOrNo(icons.length, 'icon')} checked: ${counts}${inBaseline}
`;
    return annotations(diagnostics, cwd) + summary;
  },
  failure: annotations,
};

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
};

function annotations(diagnostics: readonly Diagnostic[], cwd: string): string {
  const order: readonly Severity[] = ['error', 'warning', 'info'];
  return order
    .flatMap((kind) => diagnostics.filter(({ severity }) => severity === kind))
    .map((each) => annotation(each, cwd))
    .join('');
}

function annotation(
  { code, severity, file, where, message, hint }: Diagnostic,
  cwd: string,
): string {
  const properties: readonly (readonly [key: string, value: string | number])[] = [
    ['file', oneLine(repositoryPath(file, cwd))],
    ...(where
      ? ([
          ['line', where.line],
          ['col', where.column],
        ] as const)
      : []),
    ['title', code],
  ];
  const list = properties
    .map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
    .join(',');
  return `::${COMMANDS[severity]} ${list}::${escapeData(`${oneLine(message)}\nfix: ${oneLine(hint)}`)}\n`;
}

/** Returns a path relative to the root of the checkout, independent of the folder of the check. */
function repositoryPath(file: string, cwd: string): string {
  const root = process.env.GITHUB_WORKSPACE;
  if (!root) return file;
  const path = relative(root, resolve(cwd, file)).replaceAll('\\', '/');
  return path.startsWith('../') || path === '' ? file : path;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
