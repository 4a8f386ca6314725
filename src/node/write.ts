import { closeSync, openSync, readFileSync, readSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { diagnose } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import { MANIFEST_FILE } from '../emit/manifest.ts';
import { type FileStat, isSameStat, readFileStat } from './cache/file-stat.ts';
import { commitFiles, type FileOp } from './commit-files.ts';
import { displayPath } from './display-path.ts';
import { isLocked, withLock } from './lock.ts';
import type { BufferedFile } from './output-buffer.ts';
import { hasForeignManifest, previousOutputs } from './previous-outputs.ts';
import { isStale, tempFilesBeside, tempFilesOf } from './temp-files.ts';
import { withWriteErrors } from './write-errors.ts';

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
  readonly fsync?: boolean;
}

/** Written files and their stats at that time, by absolute path. */
export type WrittenFiles = Map<string, { readonly file: BufferedFile; readonly stat: FileStat }>;

interface OutputPlan {
  readonly changes: readonly Change[];
  readonly ops: readonly FileOp[];
  /** Temporary files of killed builds, manifests first. */
  readonly staleTempFiles: readonly string[];
}

/**
 * Syncs the output folder with the given files: those whose bytes differ are replaced atomically, in
 * order. Files that only earlier builds wrote are removed; other files are not touched.
 *
 * @throws {BuildError} when a file cannot be written or removed, when the folder has a manifest of
 * another program, or when another build keeps the folder locked; the last output is intact then.
 */
export async function syncOutputFolder(
  files: readonly BufferedFile[],
  out: string,
  { cwd, spriteFolder = '', dryRun, written = new Map(), fsync = true }: WriteOptions,
): Promise<readonly Change[]> {
  const wanted = new Map(files.map((file) => [file.path, file]));
  rejectForeignManifest(out, cwd);
  // A build without changes does not touch the folder, which may be read-only or watched.
  if (dryRun || (mayBeUpToDate(wanted, out) && !isLocked(out))) {
    const plan = planOutputs(wanted, previousOutputs(out, spriteFolder), { out, cwd, written });
    if (dryRun || (isUpToDate(plan) && !isLocked(out))) return plan.changes;
  }
  return withLock(out, { cwd }, (confirm) => {
    rejectForeignManifest(out, cwd);
    const { changes, ops, staleTempFiles } = planOutputs(
      wanted,
      previousOutputs(out, spriteFolder),
      {
        out,
        cwd,
        written,
      },
    );
    commitFiles(ops, { confirm, fsync });
    for (const path of staleTempFiles) {
      withWriteErrors(displayPath(path, cwd), () => rmSync(path, { force: true }));
    }
    recordWritten(files, out, written);
    return changes;
  });
}

/**
 * Replaces files that this process wrote before, ahead of the other outputs. Files that someone else
 * touched since are left to {@link syncOutputFolder}.
 *
 * @throws {BuildError} like {@link syncOutputFolder}.
 */
export async function writeOutputsEarly(
  files: readonly BufferedFile[],
  out: string,
  { cwd, written }: Required<Pick<WriteOptions, 'cwd' | 'written'>>,
): Promise<readonly Change[]> {
  const knownFiles = files.filter(({ path }) => previouslyWritten(join(out, path), written));
  return withLock(out, { cwd }, (confirm) => {
    const wanted = new Map(knownFiles.map((file) => [file.path, file]));
    const { changes, ops } = planOutputs(wanted, [], { out, cwd, written });
    commitFiles(ops, { confirm, fsync: false });
    recordWritten(knownFiles, out, written);
    return changes;
  });
}

function recordWritten(files: readonly BufferedFile[], out: string, written: WrittenFiles): void {
  for (const file of files) {
    const stat = readFileStat(join(out, file.path));
    if (stat && file.inMemory) written.set(join(out, file.path), { file, stat });
  }
}

/** By path below the output folder. */
type FilesByPath = ReadonlyMap<string, BufferedFile>;

function isUpToDate({ ops, staleTempFiles }: OutputPlan): boolean {
  return ops.length === 0 && staleTempFiles.length === 0;
}

function rejectForeignManifest(out: string, cwd: string): void {
  if (!hasForeignManifest(out)) return;
  const file = displayPath(join(out, MANIFEST_FILE), cwd);
  throw new BuildError([diagnose('foreign-manifest', { file })]);
}

/** Checks if all files have the expected size. */
function mayBeUpToDate(wanted: FilesByPath, out: string): boolean {
  return [...wanted.values()].every(
    (file) => readFileStat(join(out, file.path))?.[0] === file.size,
  );
}

interface OutputLocation extends Required<Pick<WriteOptions, 'cwd' | 'written'>> {
  readonly out: string;
}

/** @param previousPaths paths that the last build wrote */
function planOutputs(
  wanted: FilesByPath,
  previousPaths: readonly string[],
  { out, cwd, written }: OutputLocation,
): OutputPlan {
  const changes: Change[] = [];
  const ops: FileOp[] = [];
  for (const path of new Set([...wanted.keys(), ...previousPaths])) {
    const target = join(out, path);
    const file = displayPath(target, cwd);
    const after = wanted.get(path);
    const before =
      previouslyWritten(target, written) ?? readExisting(target, file, after !== undefined);
    if (!before && !after) continue;
    const isSame = after && before?.matches(after);
    changes.push({ path, status: !after ? 'removed' : isSame ? 'unchanged' : 'written' });
    if (!isSame) ops.push({ target, file, before: before?.bytes, after: after?.chunks });
  }
  const paths = [MANIFEST_FILE, ...wanted.keys(), ...previousPaths];
  return { changes, ops: manifestLast(ops, out), staleTempFiles: findStaleTempFiles(paths, out) };
}

/** Current state of a file in the output folder. */
interface ExistingFile {
  readonly matches: (wanted: BufferedFile) => boolean;
  readonly bytes: () => Uint8Array;
}

/** File that this process wrote, if it has not been touched since. */
function previouslyWritten(target: string, written: WrittenFiles): ExistingFile | undefined {
  const entry = written.get(target);
  if (!entry || !isSameStat(readFileStat(target), entry.stat)) return undefined;
  const { file } = entry;
  const isSameSize = (wanted: BufferedFile) => wanted.size === file.size;
  return {
    bytes: file.bytes,
    matches: (wanted) =>
      wanted === file || (isSameSize(wanted) && Buffer.compare(wanted.bytes(), file.bytes()) === 0),
  };
}

/** Reads a file on demand. A folder in its place is an error if the file is to be written. */
function readExisting(target: string, file: string, isExpected: boolean): ExistingFile | undefined {
  const bytes = () => readFileSync(target);
  try {
    const [size] = readFileStat(target) ?? [];
    // Files to remove or of another size are not read; a path that is no file throws here.
    if (size === undefined) bytes();
    return { bytes, matches: (wanted) => wanted.size === size && hasSameBytes(target, wanted) };
  } catch (error) {
    const isFolder = (error as NodeJS.ErrnoException).code === 'EISDIR';
    if (!isFolder || !isExpected) return undefined;
    return withWriteErrors(file, () => {
      throw error;
    });
  }
}

/**
 * Compares chunk by chunk, so that a huge manifest is not in memory twice. A file that cannot be read
 * counts as different.
 */
function hasSameBytes(target: string, wanted: BufferedFile): boolean {
  let file: number | undefined;
  try {
    file = openSync(target, 'r');
    for (const chunk of wanted.chunks()) {
      const actual = Buffer.allocUnsafe(chunk.length);
      if (readSync(file, actual) < chunk.length || !actual.equals(chunk)) return false;
    }
    return true;
  } catch {
    return false;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Moves the manifest to the end: it lists the other files, so it must change last. */
function manifestLast(ops: readonly FileOp[], out: string): readonly FileOp[] {
  const isManifest = ({ target }: FileOp) => target === join(out, MANIFEST_FILE);
  return [...ops.filter((op) => !isManifest(op)), ...ops.filter(isManifest)];
}

function findStaleTempFiles(paths: readonly string[], out: string): readonly string[] {
  const targets = paths.map((path) => join(out, path));
  // A stale manifest marks the other files as written, so it must be removed first.
  const found = [tempFilesOf(join(out, MANIFEST_FILE)), ...targets.map(tempFilesBeside)];
  return [
    ...new Set(
      found
        .flat()
        .filter(isStale)
        .map(({ path }) => path),
    ),
  ];
}
