import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { diagnose } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import type { OutputFile } from '../core/types.ts';
import { MANIFEST_FILE } from '../emit/manifest.ts';
import { displayPath } from './expand-inputs.ts';
import { hasForeignManifest, lastBuild } from './last-build.ts';
import { isLocked, withLock } from './lock.ts';
import { type Step, switchTogether } from './switch.ts';
import { isLeftOver, temporariesBeside, temporariesOf } from './temporary.ts';
import { writing } from './write-errors.ts';

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

interface Plan {
  readonly changes: readonly Change[];
  readonly steps: readonly Step[];
  /** Temporaries of killed builds, manifests first. */
  readonly leftOver: readonly string[];
}

/**
 * Makes the output folder hold the files given: those whose bytes differ are replaced together, in
 * their order. What earlier builds wrote and this one does not is removed; other files are not
 * touched.
 *
 * @throws {BuildError} when a file cannot be written or removed, when the folder has a manifest of
 * another program, or when another build keeps the folder; the last output is whole then.
 */
export async function writeOutputs(
  files: readonly OutputFile[],
  out: string,
  { cwd, dryRun }: WriteOptions,
): Promise<readonly Change[]> {
  const plan = await planOutputs(files, out, cwd);
  // A build that changes nothing leaves the folder alone, which may be read-only or watched.
  if (dryRun || (isDone(plan) && !(await isLocked(out)))) return plan.changes;
  return withLock(out, { cwd }, async (confirm) => {
    const { changes, steps, leftOver } = await planOutputs(files, out, cwd);
    await switchTogether(steps, confirm);
    for (const path of leftOver) {
      await writing(displayPath(path, cwd), () => rm(path, { force: true }));
    }
    return changes;
  });
}

function isDone({ steps, leftOver }: Plan): boolean {
  return steps.length === 0 && leftOver.length === 0;
}

async function planOutputs(files: readonly OutputFile[], out: string, cwd: string): Promise<Plan> {
  if (await hasForeignManifest(out)) {
    const file = displayPath(join(out, MANIFEST_FILE), cwd);
    throw new BuildError([diagnose('foreign-manifest', { file })]);
  }
  const earlier = await lastBuild(out);
  const wanted = new Map(files.map(({ path, contents }) => [path, Buffer.from(contents)]));
  const changes: Change[] = [];
  const steps: Step[] = [];
  for (const path of new Set([...wanted.keys(), ...earlier])) {
    const target = join(out, path);
    const file = displayPath(target, cwd);
    const after = wanted.get(path);
    const before = await contentsOf(target, file, after !== undefined);
    if (!before && !after) continue;
    const isSame = before && after?.equals(before);
    changes.push({ path, status: !after ? 'removed' : isSame ? 'unchanged' : 'written' });
    if (!isSame) steps.push({ target, file, before, after });
  }
  const paths = [MANIFEST_FILE, ...wanted.keys(), ...earlier];
  return { changes, steps: manifestLast(steps, out), leftOver: await leftOvers(paths, out) };
}

/** It vouches for the rest, so what is removed must be gone before. */
function manifestLast(steps: readonly Step[], out: string): readonly Step[] {
  const isManifest = ({ target }: Step) => target === join(out, MANIFEST_FILE);
  return [...steps.filter((step) => !isManifest(step)), ...steps.filter(isManifest)];
}

/** A folder in the place of a file is an error where the file is to be written. */
async function contentsOf(
  target: string,
  file: string,
  isWanted: boolean,
): Promise<Buffer | undefined> {
  try {
    return await readFile(target);
  } catch (error) {
    const isFolder = (error as NodeJS.ErrnoException).code === 'EISDIR';
    if (isFolder && isWanted) return writing(file, () => Promise.reject(error));
    return undefined;
  }
}

async function leftOvers(paths: readonly string[], out: string): Promise<readonly string[]> {
  const targets = paths.map((path) => join(out, path));
  // A manifest that waits says that what no longer waits was written: so it must go first.
  const found = [await temporariesOf(join(out, MANIFEST_FILE))];
  for (const target of targets) found.push(await temporariesBeside(target));
  const leftOver = new Set<string>();
  for (const temporary of found.flat()) {
    if (await isLeftOver(temporary)) leftOver.add(temporary.path);
  }
  return [...leftOver];
}
