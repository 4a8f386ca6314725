import { jsonText } from '../../core/one-line.ts';
import type { MigrationPlan } from '../../migrate/model.ts';
import { count } from './count.ts';
import { escapeLine } from './escape-line.ts';

/** Changes of a migration, line by line, then the changes to make by hand. */
export function prettyMigration({ tools, created, added, edits, manual }: MigrationPlan): string {
  const lines = [
    tools.flatMap(({ packages }) => packages).join(', '),
    ...created.map(({ file, about }) => `  create  ${file}  ${about}`),
    ...added.map(({ file, about }) => `  edit    ${file}  ${about}`),
    ...(edits.length > 0 ? [`${count(edits.length, 'change')} in code:`] : []),
    ...edits.flatMap(({ file, where, before, after }) => [
      `  ${file}:${where.line}`,
      `    - ${before}`,
      ...(after === '' ? [] : [`    + ${after}`]),
    ]),
    ...(manual.length > 0 ? [`${count(manual.length, 'place')} to change by hand:`] : []),
    ...manual.flatMap(({ file, where, text, reason, instead }) => [
      `  ${file}:${where.line}:${where.column}  ${reason}`,
      `    ${text}`,
      `    fix: ${instead}`,
    ]),
  ];
  return lines.map((line) => `${escapeLine(line)}\n`).join('');
}

/** Result of a migration, and the next steps. */
export function prettyMigrated(
  { files, next }: MigrationPlan,
  { writes, dryRun }: { readonly writes: boolean; readonly dryRun: boolean },
): string {
  if (files.length === 0) return 'No changes.\n';
  if (!writes) return dryRun ? 'Dry run: nothing written.\n' : 'Nothing written.\n';
  const steps = next.map((step, index) => escapeLine(`  ${index + 1}. ${step}`));
  return `${['Written.', 'Next:', ...steps].join('\n')}\n`;
}

/** Migration as one JSON object on one line. */
export function jsonMigration(
  { tools, files, edits, manual, next }: MigrationPlan,
  { writes }: { readonly writes: boolean },
): string {
  const changed = files.map(({ file, before }) => ({
    file,
    status: before === undefined ? 'created' : 'edited',
  }));
  return `${jsonText({ ok: true, written: writes, tools, files: changed, edits, manual, next })}\n`;
}
