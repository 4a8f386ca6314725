import type { AddedIcon } from '../../add/add-icons.ts';
import { formatBytes } from '../../core/format-bytes.ts';
import { jsonText } from '../../core/one-line.ts';
import { escapeLine } from './escape-line.ts';
import type { ReportedDiagnostic } from './pictures.ts';

interface AddedOptions {
  /** Set if nothing was written. */
  readonly dryRun: boolean;
}

/** Formats a line for each icon: origin, file, size and license. */
export function prettyAdded(icons: readonly AddedIcon[], { dryRun }: AddedOptions): string {
  const lines = icons.map(({ what, file, bytes: size, meta, status }) => {
    const license = meta.license ? `license: ${meta.license.title}` : 'license: not stated';
    const same = status === 'unchanged' ? ', unchanged' : '';
    return escapeLine(`${what} → ${file}  (${formatBytes(size)}, ${license}${same})`);
  });
  return `${[...lines, ...(dryRun ? ['Dry run: nothing written.'] : [])].join('\n')}\n`;
}

/** Formats added icons as one JSON object on one line. */
export function jsonAdded(
  icons: readonly AddedIcon[],
  diagnostics: readonly ReportedDiagnostic[],
  { dryRun }: AddedOptions,
): string {
  return `${jsonText({ ok: true, dryRun, icons, diagnostics })}\n`;
}
