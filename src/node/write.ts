import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { diagnose } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import type { OutputFile } from '../core/types.ts';
import { MANIFEST_FILE, type Manifest } from '../emit/manifest.ts';

/** What became of one file of the output folder. */
export interface Change {
  /** Path below the output folder. */
  readonly path: string;
  readonly status: 'written' | 'unchanged' | 'removed';
}

/**
 * Makes the output folder hold the files given, in their order: each is written atomically, and
 * only when its bytes differ. What the manifest of an earlier build lists and this build does not
 * write is removed; other files are not touched. With `dryRun`, tells what would change.
 *
 * @throws {BuildError} when a file cannot be written or removed.
 */
export async function writeOutputs(
  files: readonly OutputFile[],
  out: string,
  { dryRun }: { readonly dryRun: boolean },
): Promise<readonly Change[]> {
  const stale = await staleFiles(files, out);
  const changes: Change[] = [];
  for (const { path, contents } of files) {
    const target = join(out, path);
    const isSame = (await read(target)) === contents;
    changes.push({ path, status: isSame ? 'unchanged' : 'written' });
    if (isSame || dryRun) continue;
    await attempt(target, async () => {
      await mkdir(dirname(target), { recursive: true });
      await writeFileAtomic(target, contents);
    });
  }
  for (const path of stale) {
    changes.push({ path, status: 'removed' });
    if (!dryRun) await attempt(join(out, path), () => rm(join(out, path), { force: true }));
  }
  return changes;
}

/** Files of the last build that are still there and that this one does not write. */
async function staleFiles(files: readonly OutputFile[], out: string): Promise<readonly string[]> {
  const current = new Set(files.map(({ path }) => path));
  const stale: string[] = [];
  for (const path of await lastFiles(out)) {
    const isOurs = !current.has(path) && isBelow(path);
    if (isOurs && (await read(join(out, path))) !== undefined) stale.push(path);
  }
  return stale;
}

async function lastFiles(out: string): Promise<readonly string[]> {
  try {
    const manifest = JSON.parse((await read(join(out, MANIFEST_FILE))) ?? '') as Partial<Manifest>;
    const files: unknown = manifest.generator === 'iconloom' ? manifest.files : [];
    return Array.isArray(files) ? files.filter((file) => typeof file === 'string') : [];
  } catch {
    return [];
  }
}

/** A manifest that was tampered with must not lead us out of the folder. */
function isBelow(path: string): boolean {
  return path !== '' && !isAbsolute(path) && !/(^|[\\/])\.\.([\\/]|$)|^[a-z]:/i.test(path);
}

async function read(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined);
}

async function attempt(target: string, action: () => Promise<unknown>): Promise<void> {
  try {
    await action();
  } catch (error) {
    const reason = (error as Error).message;
    throw new BuildError([diagnose('write-failed', { file: target, args: { reason } })]);
  }
}
