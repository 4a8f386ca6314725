import type { AddedIcon } from '../../add/add-icons.ts';
import { byteSize } from '../../core/byte-size.ts';
import { jsonText } from '../../core/one-line.ts';
import { clean } from './clean.ts';
import type { ShownDiagnostic } from './pictures.ts';

/** Formats a line for each icon: origin, file, size and license. */
export function prettyAdded(icons: readonly AddedIcon[], dryRun: boolean): string {
  const lines = icons.map(({ what, file, bytes: size, meta, status }) => {
    const license = meta.license ? `license: ${meta.license.title}` : 'license: not stated';
    const same = status === 'unchanged' ? ', unchanged' : '';
    return clean(`${what} → ${file}  (${byteSize(size)}, ${license}${same})`);
  });
  return `${[...lines, ...(dryRun ? ['dry run: nothing written'] : [])].join('\n')}\n`;
}

/** Formats added icons as one JSON object on one line. */
export function jsonAdded(
  icons: readonly AddedIcon[],
  diagnostics: readonly ShownDiagnostic[],
  dryRun: boolean,
): string {
  return `${jsonText({ ok: true, dryRun, icons, diagnostics })}\n`;
}
