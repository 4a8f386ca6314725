import { closeSync, openSync, readFileSync, readSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { diagnose } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import { MANIFEST_FILE } from '../emit/manifest.ts';
import { isSame, type Signature, signatureOf } from './cache/signature.ts';
import { displayPath } from './display-path.ts';
import { hasForeignManifest, lastBuild } from './last-build.ts';
import { isLocked, withLock } from './lock.ts';
import type { StoredFile } from './spool.ts';
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
  /** Path from the folder to that of the sprites, with a slash. Default: '', where they are one. */
  readonly spriteFolder?: string;
  /** Tells what would change, and changes nothing. */
  readonly dryRun: boolean;
  /** What this process wrote before, so that it need not be read to be compared. */
  readonly written?: WrittenFiles;
  /** Waits until the disk has all, so that it is there even if the power goes. Default: true. */
  readonly isDurable?: boolean;
}

/** Files as they were written, and what the system said of them then, by absolute path. */
export type WrittenFiles = Map<string, { readonly file: StoredFile; readonly is: Signature }>;

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
  files: readonly StoredFile[],
  out: string,
  { cwd, spriteFolder = '', dryRun, written = new Map(), isDurable = true }: WriteOptions,
): Promise<readonly Change[]> {
  const wanted = new Map(files.map((file) => [file.path, file]));
  refuseForeign(out, cwd);
  // A build that changes nothing leaves the folder alone, which may be read-only or watched.
  if (dryRun || (mayBeDone(wanted, out) && !isLocked(out))) {
    const plan = planOutputs(wanted, lastBuild(out, spriteFolder), { out, cwd, written });
    if (dryRun || (isDone(plan) && !isLocked(out))) return plan.changes;
  }
  return withLock(out, { cwd }, (confirm) => {
    refuseForeign(out, cwd);
    const { changes, steps, leftOver } = planOutputs(wanted, lastBuild(out, spriteFolder), {
      out,
      cwd,
      written,
    });
    switchTogether(steps, { confirm, isDurable });
    for (const path of leftOver) {
      writing(displayPath(path, cwd), () => rmSync(path, { force: true }));
    }
    note(files, out, written);
    return changes;
  });
}

/**
 * Replaces some of the files that this process wrote before, ahead of the others; what someone else
 * touched since waits for {@link writeOutputs}.
 *
 * @throws {BuildError} as that does.
 */
export async function writeAhead(
  files: readonly StoredFile[],
  out: string,
  { cwd, written }: Required<Pick<WriteOptions, 'cwd' | 'written'>>,
): Promise<readonly Change[]> {
  const ours = files.filter(({ path }) => knownFile(join(out, path), written));
  return withLock(out, { cwd }, (confirm) => {
    const wanted = new Map(ours.map((file) => [file.path, file]));
    const { changes, steps } = planOutputs(wanted, [], { out, cwd, written });
    switchTogether(steps, { confirm, isDurable: false });
    note(ours, out, written);
    return changes;
  });
}

function note(files: readonly StoredFile[], out: string, written: WrittenFiles): void {
  for (const file of files) {
    const is = signatureOf(join(out, file.path));
    if (is && file.isHeld) written.set(join(out, file.path), { file, is });
  }
}

/** By path below the output folder. */
type Wanted = ReadonlyMap<string, StoredFile>;

function isDone({ steps, leftOver }: Plan): boolean {
  return steps.length === 0 && leftOver.length === 0;
}

function refuseForeign(out: string, cwd: string): void {
  if (!hasForeignManifest(out)) return;
  const file = displayPath(join(out, MANIFEST_FILE), cwd);
  throw new BuildError([diagnose('foreign-manifest', { file })]);
}

/** Whether all files have the size that they should have. */
function mayBeDone(wanted: Wanted, out: string): boolean {
  return [...wanted.values()].every((file) => signatureOf(join(out, file.path))?.[0] === file.size);
}

interface Place extends Required<Pick<WriteOptions, 'cwd' | 'written'>> {
  readonly out: string;
}

/** @param earlier paths that the last build wrote */
function planOutputs(
  wanted: Wanted,
  earlier: readonly string[],
  { out, cwd, written }: Place,
): Plan {
  const changes: Change[] = [];
  const steps: Step[] = [];
  for (const path of new Set([...wanted.keys(), ...earlier])) {
    const target = join(out, path);
    const file = displayPath(target, cwd);
    const after = wanted.get(path);
    const before = knownFile(target, written) ?? readWritten(target, file, after !== undefined);
    if (!before && !after) continue;
    const isSame = after && before?.holds(after);
    changes.push({ path, status: !after ? 'removed' : isSame ? 'unchanged' : 'written' });
    if (!isSame) steps.push({ target, file, before: before?.bytes, after: after?.chunks });
  }
  const paths = [MANIFEST_FILE, ...wanted.keys(), ...earlier];
  return { changes, steps: manifestLast(steps, out), leftOver: leftOvers(paths, out) };
}

/** A file of the output folder as it is. */
interface Before {
  readonly holds: (wanted: StoredFile) => boolean;
  readonly bytes: () => Uint8Array;
}

/** What this process wrote, if the system says that no one has touched it since. */
function knownFile(target: string, written: WrittenFiles): Before | undefined {
  const known = written.get(target);
  if (!known || !isSame(signatureOf(target), known.is)) return undefined;
  const { file } = known;
  const isSameSize = (wanted: StoredFile) => wanted.size === file.size;
  return {
    bytes: file.bytes,
    holds: (wanted) =>
      wanted === file || (isSameSize(wanted) && Buffer.compare(wanted.bytes(), file.bytes()) === 0),
  };
}

/** A folder in the place of a file is an error where the file is to be written. */
function readWritten(target: string, file: string, isWanted: boolean): Before | undefined {
  const bytes = () => readFileSync(target);
  try {
    const [size] = signatureOf(target) ?? [];
    // What is removed, and what has another size, is not read, and what is no file is told.
    if (size === undefined) bytes();
    return { bytes, holds: (wanted) => wanted.size === size && holdsAll(target, wanted) };
  } catch (error) {
    const isFolder = (error as NodeJS.ErrnoException).code === 'EISDIR';
    if (!isFolder || !isWanted) return undefined;
    return writing(file, () => {
      throw error;
    });
  }
}

/**
 * Chunk by chunk: a manifest of hundreds of thousands of icons is not to be in memory twice. What
 * cannot be read is replaced.
 */
function holdsAll(target: string, wanted: StoredFile): boolean {
  let file: number | undefined;
  try {
    file = openSync(target, 'r');
    for (const chunk of wanted.chunks()) {
      const there = Buffer.allocUnsafe(chunk.length);
      if (readSync(file, there) < chunk.length || !there.equals(chunk)) return false;
    }
    return true;
  } catch {
    return false;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** It vouches for the rest, so what is removed must be gone before. */
function manifestLast(steps: readonly Step[], out: string): readonly Step[] {
  const isManifest = ({ target }: Step) => target === join(out, MANIFEST_FILE);
  return [...steps.filter((step) => !isManifest(step)), ...steps.filter(isManifest)];
}

function leftOvers(paths: readonly string[], out: string): readonly string[] {
  const targets = paths.map((path) => join(out, path));
  // A manifest that waits says that what no longer waits was written: so it must go first.
  const found = [temporariesOf(join(out, MANIFEST_FILE)), ...targets.map(temporariesBeside)];
  return [
    ...new Set(
      found
        .flat()
        .filter(isLeftOver)
        .map(({ path }) => path),
    ),
  ];
}
