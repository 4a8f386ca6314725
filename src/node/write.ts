import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { diagnose } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import { MANIFEST_FILE } from '../emit/manifest.ts';
import { readFileStat } from './cache/file-stat.ts';
import { commitFiles } from './commit-files.ts';
import { displayPath } from './display-path.ts';
import { previouslyWritten, type WrittenFiles } from './existing-file.ts';
import { isLocked, withLock } from './lock.ts';
import type { BufferedFile } from './output-buffer.ts';
import { type Change, type FilesByPath, isUpToDate, planOutputs } from './plan-outputs.ts';
import { hasForeignManifest, previousOutputs } from './previous-outputs.ts';
import { withWriteErrors } from './write-errors.ts';

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
  const wanted = byPath(files);
  const plan = () => planOutputs(wanted, previousOutputs(out, spriteFolder), { out, cwd, written });
  rejectForeignManifest(out, cwd);
  if (dryRun) return plan().changes;
  // A build without changes does not touch the folder, which may be read-only or watched.
  if (mayBeUpToDate(wanted, out) && !isLocked(out)) {
    const current = plan();
    if (isUpToDate(current) && !isLocked(out)) return current.changes;
  }
  return withLock(out, { cwd }, (confirm) => {
    rejectForeignManifest(out, cwd);
    const { changes, ops, staleTempFiles } = plan();
    commitFiles(ops, { confirm, fsync });
    removeFiles(staleTempFiles, cwd);
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
    const wanted = byPath(knownFiles);
    const { changes, ops } = planOutputs(wanted, [], { out, cwd, written });
    commitFiles(ops, { confirm, fsync: false });
    recordWritten(knownFiles, out, written);
    return changes;
  });
}

function byPath(files: readonly BufferedFile[]): FilesByPath {
  return new Map(files.map((file) => [file.path, file]));
}

function removeFiles(paths: readonly string[], cwd: string): void {
  for (const path of paths) {
    withWriteErrors(displayPath(path, cwd), () => rmSync(path, { force: true }));
  }
}

function recordWritten(files: readonly BufferedFile[], out: string, written: WrittenFiles): void {
  for (const file of files) {
    const stat = readFileStat(join(out, file.path));
    if (stat && file.inMemory) written.set(join(out, file.path), { file, stat });
  }
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
