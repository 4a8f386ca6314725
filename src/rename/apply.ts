import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { diagnose } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import { commitProjectFiles, type FileOp } from '../node/commit-files.ts';
import { tryStat } from '../node/files.ts';
import type { ChangePlan, FileChange } from './model.ts';

/**
 * Writes, moves and removes the files of a plan together: all or none.
 *
 * @throws {BuildError} when a file cannot be written, or was added, changed or removed since the
 * plan was made; then all files are unchanged.
 */
export function applyPlan({ files, cwd }: Pick<ChangePlan, 'files' | 'cwd'>): void {
  for (const file of files) refuseChanged(file, cwd);
  const fileOps = files.map((change) => toFileOp(change, cwd));
  // New files are written before old ones are removed.
  const isNew = ({ after }: FileOp) => after !== undefined;
  const sorted = [...fileOps.filter(isNew), ...fileOps.filter((op) => !isNew(op))];
  commitProjectFiles(sorted);
}

function toFileOp({ file, before, after }: FileChange, cwd: string): FileOp {
  return {
    target: resolve(cwd, file),
    file,
    before: before && (() => before),
    after: after && (() => after),
  };
}

function refuseChanged({ file, before }: FileChange, cwd: string): void {
  const path = resolve(cwd, file);
  const current = tryStat(path)?.isFile() ? readFileSync(path) : undefined;
  const isUnchanged = before === undefined ? !tryStat(path) : current?.equals(before);
  if (isUnchanged) return;
  const args = { reason: 'it has changed since the plan was made.', fix: 'Run the command again.' };
  throw new BuildError([diagnose('write-failed', { file, args })]);
}
