import { oneLine } from '../../core/one-line.ts';

/**
 * Escapes text for one line of a terminal or a log. CI systems run lines that begin with `::`, and
 * `##[` anywhere. Source: GitHub Actions runner, `ActionCommand`.
 */
export function escapeLine(text: string): string {
  return oneLine(text)
    .replace(/^(\s*):(?=:)/, '$1:\u200b')
    .replaceAll('##[', '##\u200b[');
}
