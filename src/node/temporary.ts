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
import { statsAt } from './files.ts';
import { isRunning } from './processes.ts';

/** Age in ms after which a temporary file counts as stale although its process may run. */
const OLD = 60_000;

/** Name pattern of our temporary files; only these may be removed. */
const PATTERN = /^\..+\.iconloom-(\d+-[0-9a-f]{12})$/;

/** Temporary file with new contents, beside the file that it will replace. */
export interface Temporary {
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
export function temporaryPath(target: string, token: string): string {
  const real = realTarget(target);
  return join(dirname(real), `${prefixFor(real)}${token}`);
}

/** Temporary files of a target, of any build. */
export function temporariesOf(target: string): readonly Temporary[] {
  const real = realTarget(target);
  const beside = temporariesBeside(real);
  return beside.filter(({ path, token }) => basename(path) === `${prefixFor(real)}${token}`);
}

/** Temporary files of all targets in the same folder, of any build. */
export function temporariesBeside(target: string): readonly Temporary[] {
  const folder = dirname(realTarget(target));
  return namesIn(folder).flatMap((name) => {
    const token = PATTERN.exec(name)?.[1];
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
export function isLeftOver({ path, token }: Temporary): boolean {
  if (!isRunning(Number.parseInt(token, 10))) return true;
  const made = statsAt(path);
  return made !== undefined && Math.abs(Date.now() - made.mtimeMs) > OLD;
}

/**
 * Writes new contents to a temporary file on the same file system, with the mode and owner of the file
 * that it will replace. Returns its path.
 */
export function writeTemporary(
  target: string,
  contents: Uint8Array | Iterable<Uint8Array>,
  { token, isDurable }: { readonly token: string; readonly isDurable: boolean },
): string {
  mkdirSync(dirname(target), { recursive: true });
  const path = temporaryPath(target, token);
  const old = statsAt(target);
  try {
    const file = openSync(path, 'wx');
    try {
      const chunks = contents instanceof Uint8Array ? [contents] : contents;
      for (const chunk of chunks) writeFileSync(file, chunk);
      if (isDurable) fsyncSync(file);
    } finally {
      closeSync(file);
    }
    if (old) takeAfter(path, old);
    return path;
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
}

/** Copies owner and mode as far as permitted: in a shared folder, a file can be another user's. */
function takeAfter(path: string, { uid, gid, mode }: Stats): void {
  for (const take of [() => chownSync(path, uid, gid), () => chmodSync(path, mode & 0o7777)]) {
    try {
      take();
    } catch {}
  }
}

function prefixFor(target: string): string {
  return `.${basename(target)}.iconloom-`;
}
