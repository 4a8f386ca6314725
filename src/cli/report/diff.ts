import { entriesOf, releaseLevelOf } from '../../diff/changelog.ts';
import { isEmpty } from '../../diff/compare.ts';
import type { IconDiff } from '../../diff/model.ts';
import { countsText, notesOf, valueText } from '../../diff/report/text.ts';
import { countOrNo } from './count.ts';
import { escapeLine } from './escape-line.ts';

/** Differences, a line for each icon, and the suggested kind of release. */
export function prettyDiff(diff: IconDiff): string {
  const { before, after } = diff;
  const title = `${before.label} (${countOrNo(before.count, 'icon')}) → ${after.label} (${countOrNo(after.count, 'icon')})`;
  if (isEmpty(diff)) return `${escapeLine(title)}: no changes\n`;
  const line = (kind: string, name: string, notes: readonly string[] = []) =>
    `  ${kind.padEnd(8)}  ${name}${notes.length > 0 ? `  (${notes.join('; ')})` : ''}`;
  const lines = [
    title,
    ...diff.removed.map(({ name }) => line('removed', name)),
    ...diff.renamed.map((pair) => {
      const isKept = pair.after.aliases.includes(pair.before.name);
      const aliasNote = isKept ? 'old name kept as an alias' : 'old name removed';
      const names = `${pair.before.name} → ${pair.after.name}`;
      return line('renamed', names, [aliasNote, ...notesOf(pair)]);
    }),
    ...diff.changed.map((pair) => line('redrawn', pair.after.name, notesOf(pair))),
    ...diff.added.map(({ name }) => line('added', name)),
    ...diff.metadata.map(({ after: { name }, meta }) => {
      const changes = meta.map(
        (each) => `${each.key}: ${valueText(each.before)} → ${valueText(each.after)}`,
      );
      return line('metadata', name, changes);
    }),
    ...diff.aliases.map((each) =>
      line('alias', each.alias, [`${each.before ?? 'none'} → ${each.after ?? 'none'}`]),
    ),
    ...diff.rewritten.map((pair) =>
      line('same', pair.after.name, ['different markup', ...notesOf(pair)]),
    ),
    `${countsText(diff)}. Suggested release: ${releaseLevelOf(entriesOf(diff)) ?? 'none'}.`,
  ];
  return `${lines.map(escapeLine).join('\n')}\n`;
}
