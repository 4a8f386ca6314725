import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  realpathSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { tryStat } from './files.ts';
import { isProcessRunning } from './processes.ts';

/** Age in ms after which a temporary file counts as stale although its process may run. */
const STALE_AFTER = 60_000;

/** Name pattern of our temporary files; only these may be removed. */
const TEMP_NAME = /^\..+\.iconloom-(\d+-[0-9a-f]{12})$/;

/** Temporary file with new contents, beside the file that it will replace. */
export interface TempFile {
  readonly path: string;
  /** Token of the build that made it; all temporary files of one build share it. */
  readonly token: string;
}

/** Creates the token for the temporary files of one build. */
export function newToken(): string {
  return `${process.pid}-${randomBytes(6).toString('hex')}`;
}

/** Resolves links, so that an output that is a link stays one. */
export function realTarget(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** Path of a build's temporary file for a target. */
export function tempFilePath(target: string, token: string): string {
  const real = realTarget(target);
  return join(dirname(real), `${tempPrefix(real)}${token}`);
}

/** Temporary files of a target, of any build. */
export function tempFilesOf(target: string): readonly TempFile[] {
  const real = realTarget(target);
  const siblings = tempFilesBeside(real);
  return siblings.filter(({ path, token }) => basename(path) === `${tempPrefix(real)}${token}`);
}

/** Temporary files of all targets in the same folder, of any build. */
export function tempFilesBeside(target: string): readonly TempFile[] {
  const folder = dirname(realTarget(target));
  return namesIn(folder).flatMap((name) => {
    const token = TEMP_NAME.exec(name)?.[1];
    return token ? [{ path: join(folder, name), token }] : [];
  });
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Checks if the build that made it was killed. */
export function isStale({ path, token }: TempFile): boolean {
  if (!isProcessRunning(Number.parseInt(token, 10))) return true;
  const stats = tryStat(path);
  return stats !== undefined && Math.abs(Date.now() - stats.mtimeMs) > STALE_AFTER;
}

/**
 * Writes new contents to a temporary file on the same file system, with the mode and owner of the file
 * that it will replace. Returns its path.
 */
export function writeTempFile(
  target: string,
  contents: Uint8Array | Iterable<Uint8Array>,
  { token, fsync }: { readonly token: string; readonly fsync: boolean },
): string {
  mkdirSync(dirname(target), { recursive: true });
  const path = tempFilePath(target, token);
  const original = tryStat(target);
  try {
    const file = openSync(path, 'wx');
    try {
      const chunks = contents instanceof Uint8Array ? [contents] : contents;
      for (const chunk of chunks) writeFileSync(file, chunk);
      if (fsync) fsyncSync(file);
    } finally {
      closeSync(file);
    }
    if (original) copyAttributes(path, original);
    return path;
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
}

/** Copies owner and mode as far as permitted: in a shared folder, a file can be another user's. */
function copyAttributes(path: string, { uid, gid, mode }: Stats): void {
  for (const copy of [() => chownSync(path, uid, gid), () => chmodSync(path, mode & 0o7777)]) {
    try {
      copy();
    } catch {}
  }
}

function tempPrefix(target: string): string {
  return `.${basename(target)}.iconloom-`;
}
