import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { diagnose } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import { displayPath } from './display-path.ts';
import { tryStat } from './files.ts';
import { isProcessRunning } from './processes.ts';
import { withWriteErrors } from './write-errors.ts';

/** Lock file in an output folder while a build writes there. */
export const LOCK_FILE = '.iconloom.lock';

/** Default time in ms to wait for another build; a lock is held for a few. */
const LOCK_TIMEOUT = 10_000;
/** Age in ms after which a lock counts as stale although its process may run. */
const STALE_AFTER = { here: 60_000, elsewhere: 10_000 };

interface LockHolder {
  readonly pid: number;
  readonly host: string;
  readonly since: string;
  /** Distinguishes builds of one process. */
  readonly token: string;
}

/** Thrown by `confirm` when another build removed our lock as stale. */
class LockLost extends Error {}

/** Options of a lock. */
export interface LockOptions {
  /** Folder that files are named relative to in diagnostics. */
  readonly cwd: string;
  /** Maximum time to wait for another build, in ms. Default: 10 000. */
  readonly timeout?: number;
}

/**
 * Runs a task while no other build writes to the folder, which is created if missing. The task calls
 * `confirm` right before it changes anything; if the lock is gone by then, the task runs again.
 *
 * @throws {BuildError} when the folder cannot be written to or another build keeps its lock.
 */
export async function withLock<T>(
  folder: string,
  { cwd, timeout = LOCK_TIMEOUT }: LockOptions,
  task: (confirm: () => void) => T | Promise<T>,
): Promise<T> {
  const path = join(folder, LOCK_FILE);
  withWriteErrors(displayPath(folder, cwd), () => mkdirSync(folder, { recursive: true }));
  for (;;) {
    const token = await acquire(path, displayPath(path, cwd), timeout);
    const ownsLock = () => holderOf(path)?.token === token;
    try {
      return await task(() => {
        if (!ownsLock()) throw new LockLost();
      });
    } catch (error) {
      if (!(error instanceof LockLost)) throw error;
    } finally {
      if (ownsLock()) rmSync(path, { force: true });
    }
  }
}

/** Checks if a build writes to the folder, or a killed build left its lock. */
export function isLocked(folder: string): boolean {
  return existsSync(join(folder, LOCK_FILE));
}

async function acquire(path: string, file: string, timeout: number): Promise<string> {
  const since = new Date().toISOString();
  const token = randomBytes(8).toString('hex');
  const ownHolder: LockHolder = { pid: process.pid, host: hostname(), since, token };
  const deadline = performance.now() + timeout;
  while (!withWriteErrors(file, () => create(path, JSON.stringify(ownHolder)))) {
    const holder = holderOf(path);
    if (isStale(path, holder)) withWriteErrors(file, () => rmSync(path, { force: true }));
    else if (performance.now() > deadline) throw locked(file, holder);
    else await sleep(5 + Math.random() * 20);
  }
  return token;
}

/** Creates the lock synchronously, so that a kill hardly ever leaves a lock without a holder. */
function create(path: string, text: string): boolean {
  let file: number;
  try {
    file = openSync(path, 'wx');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  try {
    writeSync(file, text);
    return true;
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

function holderOf(path: string): LockHolder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as LockHolder;
  } catch {
    return undefined;
  }
}

function isStale(path: string, holder: LockHolder | undefined): boolean {
  const isHere = holder?.host === hostname();
  if (isHere && !isProcessRunning(holder.pid)) return true;
  const stats = tryStat(path);
  if (!stats) return false;
  // Clocks of two machines can differ in either direction.
  return Math.abs(Date.now() - stats.mtimeMs) > (isHere ? STALE_AFTER.here : STALE_AFTER.elsewhere);
}

function locked(file: string, holder: LockHolder | undefined): BuildError {
  const who = holder
    ? `process ${holder.pid} on ${holder.host}, since ${holder.since}`
    : 'unknown process';
  return new BuildError([diagnose('out-locked', { file, args: { who } })]);
}
