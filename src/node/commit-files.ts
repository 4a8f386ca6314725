import { close, constants, openSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { isStale, newToken, realTarget, tempFilesBeside, writeTempFile } from './temp-files.ts';
import { withWriteErrors } from './write-errors.ts';

/** Change of one file: readers of its old and new contents; `undefined` means no file. */
export interface FileOp {
  /** Its path. */
  readonly target: string;
  /** Its name in diagnostics. */
  readonly file: string;
  readonly before: (() => Uint8Array) | undefined;
  /** Whole or in chunks. */
  readonly after: (() => Uint8Array | Iterable<Uint8Array>) | undefined;
}

/** Options of a commit. */
export interface CommitOptions {
  /** Called after staging and before the first replacement; what it throws aborts. */
  readonly confirm: () => void;
  /** Flushes new contents to disk before files are replaced. */
  readonly fsync: boolean;
}

/**
 * Changes files atomically, in order: all new contents are staged before the first file is replaced.
 * An error leaves all files unchanged.
 *
 * @throws {BuildError} when a file cannot be written or removed.
 */
export function commitFiles(ops: readonly FileOp[], { confirm, fsync }: CommitOptions): void {
  const stagedFiles = new Map<FileOp, string>();
  const applied: FileOp[] = [];
  const originals = new Map<FileOp, OriginalContents>();
  try {
    const token = newToken();
    for (const op of ops) {
      const { target, file, after } = op;
      if (!after) continue;
      stagedFiles.set(
        op,
        withWriteErrors(file, () => writeTempFile(target, after(), { token, fsync })),
      );
    }
    const targets = new Map(ops.map((op) => [op, pathToReplace(op, op.after)]));
    for (const op of ops)
      if (op.before) originals.set(op, openOriginal(op, targets.get(op) as string));
    confirm();
    for (const op of ops) {
      withWriteErrors(op.file, () => applyOp(targets.get(op) as string, stagedFiles.get(op)));
      applied.push(op);
    }
  } catch (error) {
    for (const tempPath of stagedFiles.values()) rmSync(tempPath, { force: true });
    rollBack(applied, originals);
    throw error;
  } finally {
    // Not awaited: the system frees replaced files now.
    for (const { fd } of originals.values()) if (fd !== undefined) close(fd);
  }
}

/**
 * Changes files of the project atomically, and removes stale temporary files beside them.
 *
 * @param confirm called before the first file is replaced; what it throws aborts
 * @throws {BuildError} when a file cannot be written or removed.
 */
export function commitProjectFiles(ops: readonly FileOp[], confirm: () => void = () => {}): void {
  commitFiles(ops, { confirm, fsync: true });
  for (const { target } of ops) {
    for (const tempFile of tempFilesBeside(target).filter(isStale)) {
      // Failing to remove it must not fail the write.
      try {
        rmSync(tempFile.path, { force: true });
      } catch {}
    }
  }
}

/** Contents of a file before it is replaced. */
interface OriginalContents {
  readonly fd?: number;
  readonly read: () => Uint8Array;
}

/**
 * Opens a file that will be replaced. While it is open, its old contents can be read, and the system
 * does not free them, which takes most of the time of a replacement; a kill in between leaves some
 * files replaced and some not. Windows does not replace open files.
 */
function openOriginal({ before }: FileOp, target: string): OriginalContents {
  const readOriginal = () => {
    const bytes = before?.() ?? new Uint8Array();
    return { read: () => bytes };
  };
  if (process.platform === 'win32') return readOriginal();
  try {
    const fd = openSync(target, constants.O_RDONLY | constants.O_NONBLOCK);
    return { fd, read: () => readFileSync(fd) };
  } catch {
    return readOriginal();
  }
}

/** Path to change: removing affects a link itself, replacing affects its target. */
function pathToReplace({ target }: FileOp, contents: FileOp['after']): string {
  return contents ? realTarget(target) : target;
}

function applyOp(target: string, tempPath: string | undefined): void {
  if (tempPath === undefined) rmSync(target, { force: true });
  else renameSync(tempPath, target);
}

/** Rolls back as far as possible; the original error is the one to report. */
function rollBack(
  applied: readonly FileOp[],
  originals: ReadonlyMap<FileOp, OriginalContents>,
): void {
  const token = newToken();
  for (const op of [...applied].reverse()) {
    const { target } = op;
    const original = originals.get(op);
    try {
      const tempPath = original && writeTempFile(target, original.read(), { token, fsync: true });
      applyOp(pathToReplace(op, original?.read), tempPath);
    } catch {}
  }
}
