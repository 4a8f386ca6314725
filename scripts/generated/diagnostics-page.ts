import {
  DIAGNOSTIC_AREAS,
  type DiagnosticArea,
  type DiagnosticTemplate,
} from '../../src/core/diagnostics/table.ts';
import { fillPlaceholders } from '../../src/core/diagnostics.ts';
import { generatedNote } from './markdown.ts';

const INTRO = `Every problem that iconloom reports has a code. \`iconloom explain <code>\` prints the section of a code.

- An **error** stops the build, a **warning** does not, an **info** is shown with \`--verbose\`.
- The exit code is 1 if the problem is in an icon or the outputs, and 2 if it is in the call or the configuration.
- Codes that begin with \`lint/\` are rules of \`iconloom check\`; [rules.md](rules.md) describes them.`;

/** Content of docs/diagnostics.md. */
export function diagnosticsPage(): string {
  const contents = DIAGNOSTIC_AREAS.map(
    ({ title, table }) =>
      `- ${title}: ${Object.keys(table)
        .map((code) => `[\`${code}\`](#${code})`)
        .join(', ')}`,
  ).join('\n');
  return `${[
    '# Diagnostics',
    generatedNote('src/core/diagnostics/'),
    INTRO,
    contents,
    ...DIAGNOSTIC_AREAS.map(areaSection),
  ].join('\n\n')}\n`;
}

function areaSection({ title, about, table }: DiagnosticArea): string {
  const codes = Object.entries(table).map(([code, template]) => codeSection(code, template));
  return [`## ${title}`, about, ...codes].join('\n\n');
}

function codeSection(code: string, template: DiagnosticTemplate): string {
  const { severity, about, message, hint, cause, fix, example } = template;
  const exitCode = about === 'usage' ? 2 : 1;
  return [
    `### ${code}`,
    severity === 'error' ? `error, exit code ${exitCode}` : severity,
    `> ${escapeMarkdown(fillPlaceholders(message, example))}  \n> Fix: ${escapeMarkdown(fillPlaceholders(hint, example))}`,
    `Cause: ${escapeMarkdown(cause)}`,
    `Fix: ${escapeMarkdown(fix)}`,
  ].join('\n\n');
}

/** Escapes markup outside of code spans. */
function escapeMarkdown(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[<>[\]*_]/g, '\\$&')))
    .join('');
}
