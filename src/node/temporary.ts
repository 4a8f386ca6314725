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

/** Age in ms from which a temporary counts as left over though its process may run. */
const OLD = 60_000;

/** No one else names a file so: only by it do we know what we may remove. */
const PATTERN = /^\..+\.iconloom-(\d+-[0-9a-f]{12})$/;

/** New contents of a file, waiting beside it under a name of their own. */
export interface Temporary {
  readonly path: string;
  /** Names the build that made it: all temporaries of one build share it. */
  readonly token: string;
}

/** A token for the temporaries of one build. */
export function newToken(): string {
  return `${process.pid}-${randomBytes(6).toString('hex')}`;
}

/** The file that a path leads to: an output can be a link, which stays one. */
export function realTarget(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** Where the build with this token puts the new contents of a file. */
export function temporaryPath(target: string, token: string): string {
  const real = realTarget(target);
  return join(dirname(real), `${prefixFor(real)}${token}`);
}

/** Temporaries of a file, of whichever build. */
export function temporariesOf(target: string): readonly Temporary[] {
  const real = realTarget(target);
  const beside = temporariesBeside(real);
  return beside.filter(({ path, token }) => basename(path) === `${prefixFor(real)}${token}`);
}

/** Temporaries of all files in the folder of this one, of whichever build. */
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

/** Whether the build that made it was killed. */
export function isLeftOver({ path, token }: Temporary): boolean {
  if (!isRunning(Number.parseInt(token, 10))) return true;
  const made = statsAt(path);
  return made !== undefined && Math.abs(Date.now() - made.mtimeMs) > OLD;
}

/**
 * Writes the new contents of a file to a temporary on the same file system, with the mode and the owner of the file it is to replace. Returns its path.
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

/** As far as we may: a file in a shared folder can be another's. */
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
