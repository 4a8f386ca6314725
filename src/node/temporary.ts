import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, open, readdir, realpath, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
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
export function realTarget(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}

/** Where the build with this token puts the new contents of a file. */
export async function temporaryPath(target: string, token: string): Promise<string> {
  const real = await realTarget(target);
  return join(dirname(real), `${prefixFor(real)}${token}`);
}

/** Temporaries of a file, of whichever build. */
export async function temporariesOf(target: string): Promise<readonly Temporary[]> {
  const real = await realTarget(target);
  const beside = await temporariesBeside(real);
  return beside.filter(({ path, token }) => basename(path) === `${prefixFor(real)}${token}`);
}

/** Temporaries of all files in the folder of this one, of whichever build. */
export async function temporariesBeside(target: string): Promise<readonly Temporary[]> {
  const folder = dirname(await realTarget(target));
  const names = await readdir(folder).catch(() => []);
  return names.flatMap((name) => {
    const token = PATTERN.exec(name)?.[1];
    return token ? [{ path: join(folder, name), token }] : [];
  });
}

/** Whether the build that made it was killed. */
export async function isLeftOver({ path, token }: Temporary): Promise<boolean> {
  if (!isRunning(Number.parseInt(token, 10))) return true;
  const made = await stat(path).catch(() => undefined);
  return made !== undefined && Math.abs(Date.now() - made.mtimeMs) > OLD;
}

/**
 * Writes the new contents of a file to a temporary on the same file system, through to the disk,
 * with the mode and the owner of the file it is to replace. Returns its path.
 */
export async function writeTemporary(
  target: string,
  contents: Uint8Array,
  token: string,
): Promise<string> {
  await mkdir(dirname(target), { recursive: true });
  const path = await temporaryPath(target, token);
  const old = await stat(target).catch(() => undefined);
  try {
    const handle = await open(path, 'wx');
    try {
      await handle.writeFile(contents);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (old) await takeAfter(path, old);
    return path;
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

/** As far as we may: a file in a shared folder can be another's. */
async function takeAfter(path: string, old: Awaited<ReturnType<typeof stat>>): Promise<void> {
  await chown(path, Number(old.uid), Number(old.gid)).catch(() => {});
  await chmod(path, Number(old.mode) & 0o7777).catch(() => {});
}

function prefixFor(target: string): string {
  return `.${basename(target)}.iconloom-`;
}
