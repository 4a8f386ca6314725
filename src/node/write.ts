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

/** Status of one file of the output folder. */
export interface Change {
  /** Path below the output folder. */
  readonly path: string;
  readonly status: 'written' | 'unchanged' | 'removed';
}

/** Options for writing outputs. */
export interface WriteOptions {
  /** Folder that paths in diagnostics are relative to. */
  readonly cwd: string;
  /** Path from the output folder to that of the sprites, with a slash. Default: '', the same folder. */
  readonly spriteFolder?: string;
  /** Reports what would change without writing. */
  readonly dryRun: boolean;
  /** Files that this process wrote before, which need not be read for the comparison. */
  readonly written?: WrittenFiles;
  /** Flushes files to disk, so that they survive a power failure. Default: true. */
  readonly isDurable?: boolean;
}

/** Written files and their stats at that time, by absolute path. */
export type WrittenFiles = Map<string, { readonly file: StoredFile; readonly is: Signature }>;

interface Plan {
  readonly changes: readonly Change[];
  readonly steps: readonly Step[];
  /** Temporary files of killed builds, manifests first. */
  readonly leftOver: readonly string[];
}

/**
 * Syncs the output folder with the given files: those whose bytes differ are replaced atomically, in
 * order. Files that only earlier builds wrote are removed; other files are not touched.
 *
 * @throws {BuildError} when a file cannot be written or removed, when the folder has a manifest of
 * another program, or when another build keeps the folder locked; the last output is intact then.
 */
export async function writeOutputs(
  files: readonly StoredFile[],
  out: string,
  { cwd, spriteFolder = '', dryRun, written = new Map(), isDurable = true }: WriteOptions,
): Promise<readonly Change[]> {
  const wanted = new Map(files.map((file) => [file.path, file]));
  refuseForeign(out, cwd);
  // A build without changes does not touch the folder, which may be read-only or watched.
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
 * Replaces files that this process wrote before, ahead of the other outputs. Files that someone else
 * touched since are left to {@link writeOutputs}.
 *
 * @throws {BuildError} like {@link writeOutputs}.
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

/** Checks if all files have the expected size. */
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

/** Current state of a file in the output folder. */
interface Before {
  readonly holds: (wanted: StoredFile) => boolean;
  readonly bytes: () => Uint8Array;
}

/** File that this process wrote, if it has not been touched since. */
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

/** Reads a file on demand. A folder in its place is an error if the file is to be written. */
function readWritten(target: string, file: string, isWanted: boolean): Before | undefined {
  const bytes = () => readFileSync(target);
  try {
    const [size] = signatureOf(target) ?? [];
    // Files to remove or of another size are not read; a path that is no file throws here.
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
 * Compares chunk by chunk, so that a huge manifest is not in memory twice. A file that cannot be read
 * counts as different.
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

/** Moves the manifest to the end: it lists the other files, so it must change last. */
function manifestLast(steps: readonly Step[], out: string): readonly Step[] {
  const isManifest = ({ target }: Step) => target === join(out, MANIFEST_FILE);
  return [...steps.filter((step) => !isManifest(step)), ...steps.filter(isManifest)];
}

function leftOvers(paths: readonly string[], out: string): readonly string[] {
  const targets = paths.map((path) => join(out, path));
  // A stale manifest marks the other files as written, so it must be removed first.
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
