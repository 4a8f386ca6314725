import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diagnose } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import { commitFiles, type FileOp } from '../node/switch.ts';
import type { Plan, PlannedFile } from './model.ts';

/**
 * Writes the files of a plan together: all or none.
 *
 * @param folder absolute path of the project
 * @throws {BuildError} when a file cannot be written, or has changed since the plan was made.
 */
export function applyPlan({ files }: Plan, folder: string): void {
  const steps = files.flatMap((file) => stepOf(file, folder) ?? []);
  commitFiles(steps, { confirm: () => {}, fsync: true });
}

function stepOf({ path, contents, before }: PlannedFile, folder: string): FileOp | undefined {
  if (contents === undefined) return undefined;
  const target = join(folder, path);
  const now = existsSync(target) ? readFileSync(target) : undefined;
  const isAsPlanned = before === undefined ? !now : now?.equals(Buffer.from(before));
  if (!isAsPlanned) {
    const args = {
      reason: 'it has changed since the plan was made.',
      fix: 'Run the command again.',
    };
    throw new BuildError([diagnose('write-failed', { file: path, args })]);
  }
  const old = now && (() => now);
  return { target, file: path, before: old, after: () => Buffer.from(contents) };
}
