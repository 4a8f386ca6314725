import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { diagnose } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import type { OutputFile } from '../core/types.ts';
import { displayPath } from './expand-inputs.ts';
import { lastBuild } from './last-build.ts';

/** What became of one file of the output folder. */
export interface Change {
  /** Path below the output folder. */
  readonly path: string;
  readonly status: 'written' | 'unchanged' | 'removed';
}

/** How to write. */
export interface WriteOptions {
  /** Folder that files are named relative to in diagnostics. */
  readonly cwd: string;
  /** Tells what would change, and changes nothing. */
  readonly dryRun: boolean;
}

/**
 * Makes the output folder hold the files given, in their order: each is written atomically, and
 * only when its bytes differ. What the manifest of an earlier build lists and this build does not
 * write is removed; other files are not touched.
 *
 * @throws {BuildError} when a file cannot be written or removed.
 */
export async function writeOutputs(
  files: readonly OutputFile[],
  out: string,
  { cwd, dryRun }: WriteOptions,
): Promise<readonly Change[]> {
  const stale = await staleFiles(files, out);
  const changes: Change[] = [];
  for (const { path, contents } of files) {
    const target = join(out, path);
    const isSame = (await read(target)) === contents;
    changes.push({ path, status: isSame ? 'unchanged' : 'written' });
    if (isSame || dryRun) continue;
    await attempt(displayPath(target, cwd), async () => {
      await mkdir(dirname(target), { recursive: true });
      await writeFileAtomic(target, contents);
    });
  }
  for (const path of stale) {
    changes.push({ path, status: 'removed' });
    const target = join(out, path);
    if (!dryRun) await attempt(displayPath(target, cwd), () => rm(target, { force: true }));
  }
  return changes;
}

/** Files of the last build that are still there and that this one does not write. */
async function staleFiles(files: readonly OutputFile[], out: string): Promise<readonly string[]> {
  const current = new Set(files.map(({ path }) => path));
  const stale: string[] = [];
  for (const path of await lastBuild(out)) {
    const isStale = !current.has(path) && (await read(join(out, path))) !== undefined;
    if (isStale) stale.push(path);
  }
  return stale;
}

async function read(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined);
}

async function attempt(file: string, action: () => Promise<unknown>): Promise<void> {
  try {
    await action();
  } catch (error) {
    const reason = (error as Error).message;
    throw new BuildError([diagnose('write-failed', { file, args: { reason } })]);
  }
}
