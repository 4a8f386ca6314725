import { markdownCode as code, escapeHostedMarkdown as plain } from '../../core/markdown.ts';
import { entriesOf, releaseLevelOf } from '../changelog.ts';
import { isEmpty } from '../compare.ts';
import type { IconDiff, IconPair } from '../model.ts';
import { keepsOldName, markdownFacts, oldNameNote } from './facts.ts';
import { bytesOf, countsText, valueText } from './text.ts';

/** Maximum length of a comment in characters, below GitHub's limit. */
const MAX_LENGTH = 60_000;
/** Identifies the comment for updates. */
const MARKER = '<!-- iconloom diff -->';

/**
 * Renders the changes as a comment on a pull request. GitHub shows no `data:` images and no inline SVG
 * there, so that pictures need a link, or an image with a URL.
 *
 * @param image URL of a picture of all changes; it is shown if it ends like an image, else linked
 */
export function renderMarkdown(diff: IconDiff, image?: string): string {
  const { before, after } = diff;
  const title = `${MARKER}\n### Icon changes: ${code(before.label)} → ${code(after.label)}\n`;
  if (isEmpty(diff)) return `${title}\nNo icons have changed.\n`;
  const level = releaseLevelOf(entriesOf(diff));
  const rows = rowsOf(diff);
  const head = [
    title,
    `${countsText(diff)}. Suggested release: ${level === undefined ? 'none' : `**${level}**`}\n`,
    ...(image === undefined ? [] : [imageMarkdown(image)]),
    '| Change | Icon | Details |\n| --- | --- | --- |',
  ].join('\n');
  let text = head;
  let shown = 0;
  for (const { text: row } of rows) {
    if (text.length + row.length > MAX_LENGTH) break;
    text += `\n${row}`;
    shown += 1;
  }
  return `${text}\n${omittedNote(rows.slice(shown))}`;
}

interface MarkdownRow {
  readonly kind: string;
  readonly text: string;
}

function omittedNote(rows: readonly MarkdownRow[]): string {
  if (rows.length === 0) return '';
  const kinds = new Map<string, number>();
  for (const { kind } of rows) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const counts = [...kinds].map(([kind, count]) => `${count} ${kind}`).join(', ');
  return `\n… and ${rows.length} more, omitted because of the maximum length of comments: ${counts}.\n`;
}

function rowsOf(diff: IconDiff): readonly MarkdownRow[] {
  const row = (sign: string, kind: string, icon: string, what: string): MarkdownRow => ({
    kind,
    text: `| ${`${sign} ${kind}`.trim()} | ${icon} | ${what} |`,
  });
  const pair = (sign: string, kind: string) => (each: IconPair) =>
    row(sign, kind, code(each.after.name), markdownFacts(each).map(plain).join('; '));
  return [
    ...diff.removed.map((icon) =>
      row('➖', 'removed', code(icon.name), `Size: ${bytesOf(icon)} B`),
    ),
    ...diff.renamed.map((each) => {
      const { before, after } = each;
      const nameNote = keepsOldName(each) ? oldNameNote(each) : `**${oldNameNote(each)}**`;
      const notes = [nameNote, ...markdownFacts(each).map(plain)].join('; ');
      return row('🔀', 'renamed', `${code(before.name)} → ${code(after.name)}`, notes);
    }),
    ...diff.changed.map(pair('✏️', 'redrawn')),
    ...diff.added.map((icon) => row('➕', 'added', code(icon.name), `Size: ${bytesOf(icon)} B`)),
    ...diff.metadata.map((each) =>
      row('🏷️', 'metadata', code(each.after.name), each.meta.map(metaText).join('<br>')),
    ),
    ...diff.aliases.map(({ alias, before, after }) =>
      row(
        '🏷️',
        'alias',
        code(alias),
        `${before ? code(before) : '—'} → ${after ? code(after) : '—'}`,
      ),
    ),
    ...diff.rewritten.map(pair('', 'same picture')),
  ];
}

function metaText({ key, before, after }: IconPair['meta'][number]): string {
  return `${plain(key)}: ${plain(valueText(before))} → ${plain(valueText(after))}`;
}

function imageMarkdown(image: string): string {
  const url = encodeURI(decode(image)).replace(
    /[()<>]/g,
    (char) => `%${char.charCodeAt(0).toString(16)}`,
  );
  const isImage = /\.(png|jpe?g|gif|webp|svg)(\?.*)?$/i.test(image);
  return isImage ? `![All changes as pictures](${url})\n` : `**[See the pictures](${url})**\n`;
}

function decode(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
