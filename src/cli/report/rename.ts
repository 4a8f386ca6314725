import { jsonText } from '../../core/one-line.ts';
import type { ChangePlan } from '../../rename/model.ts';
import { count } from './count.ts';
import { escapeLine } from './escape-line.ts';
import type { ReportedDiagnostic } from './pictures.ts';

/** Changes of a plan, line by line: files, uses in code, then places to check by hand. */
export function prettyRename(plan: ChangePlan): string {
  const { moves, removals = [], edits, uses, unsure } = plan;
  const lines = [
    ...moves.map(({ from, to }) => `  move  ${from} → ${to}`),
    ...removals.map(({ file, about }) => `  remove  ${file}  ${about}`),
    ...edits.map(({ file, about }) => `  edit  ${file}  ${about}`),
    ...(uses.length > 0 ? [`${count(uses.length, 'use')} in code:`] : []),
    ...uses.flatMap(({ file, where, before, after }) => [
      `  ${file}:${where.line}:${where.column}`,
      `    - ${before}`,
      `    + ${after}`,
    ]),
    ...(unsure.length > 0 ? ['Not changed, check by hand:'] : []),
    ...unsure.flatMap(({ file, where, text, reason }) => [
      `  ${file}:${where.line}:${where.column}  ${reason}`,
      `    ${text}`,
    ]),
  ];
  return lines.map((line) => `${escapeLine(line)}\n`).join('');
}

/** Result of a plan. */
export function prettyRenamed(
  { files, edits, uses }: ChangePlan,
  { writes, dryRun }: { readonly writes: boolean; readonly dryRun: boolean },
): string {
  if (files.length === 0) return 'No changes.\n';
  if (!writes) return dryRun ? 'Dry run: nothing written.\n' : 'Nothing written.\n';
  const build = edits.length + uses.length > 0 ? ' Build to update the outputs.' : '';
  return `Written.${build}\n`;
}

/** Plan as one JSON object on one line. */
export function jsonRename(
  { files, moves, removals = [], edits, uses, unsure }: ChangePlan,
  names: Readonly<Record<string, string>>,
  { shown, writes }: { readonly shown: readonly ReportedDiagnostic[]; readonly writes: boolean },
): string {
  const changed = files.map(({ file, before, after }) => ({
    file,
    status: before === undefined ? 'created' : after === undefined ? 'removed' : 'edited',
  }));
  const output = {
    ok: true,
    written: writes,
    ...names,
    files: changed,
    moves,
    removals,
    edits,
    uses,
    unsure,
  };
  return `${jsonText({ ...output, diagnostics: shown })}\n`;
}
