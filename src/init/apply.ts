import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diagnose } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import { commitFiles, type FileOp } from '../node/commit-files.ts';
import type { InitPlan, SetupFile } from './model.ts';

/**
 * Writes the files of a plan together: all or none.
 *
 * @param folder absolute path of the project
 * @throws {BuildError} when a file cannot be written, or has changed since the plan was made.
 */
export function applyPlan({ files }: InitPlan, folder: string): void {
  const fileOps = files.flatMap((file) => toFileOp(file, folder) ?? []);
  commitFiles(fileOps, { confirm: () => {}, fsync: true });
}

function toFileOp({ path, contents, before }: SetupFile, folder: string): FileOp | undefined {
  if (contents === undefined) return undefined;
  const target = join(folder, path);
  const current = existsSync(target) ? readFileSync(target) : undefined;
  const isUnchanged = before === undefined ? !current : current?.equals(Buffer.from(before));
  if (!isUnchanged) {
    const args = {
      reason: 'it has changed since the plan was made.',
      fix: 'Run the command again.',
    };
    throw new BuildError([diagnose('write-failed', { file: path, args })]);
  }
  const readCurrent = current && (() => current);
  return { target, file: path, before: readCurrent, after: () => Buffer.from(contents) };
}
