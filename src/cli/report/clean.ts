import { oneLine } from '../../core/one-line.ts';

/**
 * Text for one line of a terminal or of a log. CI systems run lines that begin with `::`, and
 * `##[` in any place. Source: GitHub Actions runner, `ActionCommand`.
 */
export function clean(text: string): string {
  return oneLine(text)
    .replace(/^(\s*):(?=:)/, '$1:\u200b')
    .replaceAll('##[', '##\u200b[');
}
