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
import { statsAt } from './files.ts';
import { isRunning } from './processes.ts';
import { writing } from './write-errors.ts';

/** The file in an output folder that says that a build is writing there. */
export const LOCK_FILE = '.iconloom.lock';

/** How long to wait for another build, in ms; a lock is held for a few. */
const PATIENCE = 10_000;
/** Age in ms from which a lock counts as left over though its process may run. */
const OLD = { here: 60_000, elsewhere: 10_000 };

interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly since: string;
  /** Tells two builds of one process apart. */
  readonly token: string;
}

/** Thrown by `confirm`: another build took our lock for left over. */
class LockLost extends Error {}

/** How to lock. */
export interface LockOptions {
  /** Folder that files are named relative to in diagnostics. */
  readonly cwd: string;
  /** How long to wait for another build, in ms. */
  readonly patience?: number;
}

/**
 * Runs a task while no other build writes to the folder, which is made where it is missing. The
 * task calls `confirm` right before it changes anything; if the lock is gone by then, the task is
 * run again.
 *
 * @throws {BuildError} when the folder cannot be written to or another build keeps its lock.
 */
export async function withLock<T>(
  folder: string,
  { cwd, patience = PATIENCE }: LockOptions,
  task: (confirm: () => void) => T | Promise<T>,
): Promise<T> {
  const path = join(folder, LOCK_FILE);
  writing(displayPath(folder, cwd), () => mkdirSync(folder, { recursive: true }));
  for (;;) {
    const token = await acquire(path, displayPath(path, cwd), patience);
    const isOurs = () => holderOf(path)?.token === token;
    try {
      return await task(() => {
        if (!isOurs()) throw new LockLost();
      });
    } catch (error) {
      if (!(error instanceof LockLost)) throw error;
    } finally {
      if (isOurs()) rmSync(path, { force: true });
    }
  }
}

/** Whether a build writes to the folder, or one that was killed did. */
export function isLocked(folder: string): boolean {
  return existsSync(join(folder, LOCK_FILE));
}

async function acquire(path: string, file: string, patience: number): Promise<string> {
  const since = new Date().toISOString();
  const token = randomBytes(8).toString('hex');
  const us: Holder = { pid: process.pid, host: hostname(), since, token };
  const end = performance.now() + patience;
  while (!writing(file, () => create(path, JSON.stringify(us)))) {
    const holder = holderOf(path);
    if (isLeftOver(path, holder)) writing(file, () => rmSync(path, { force: true }));
    else if (performance.now() > end) throw locked(file, holder);
    else await sleep(5 + Math.random() * 20);
  }
  return token;
}

/** Synchronous, so that a kill hardly ever leaves a lock that does not name its holder. */
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

function holderOf(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

function isLeftOver(path: string, holder: Holder | undefined): boolean {
  const isHere = holder?.host === hostname();
  if (isHere && !isRunning(holder.pid)) return true;
  const made = statsAt(path);
  if (!made) return false;
  // Clocks of two machines can differ either way.
  return Math.abs(Date.now() - made.mtimeMs) > (isHere ? OLD.here : OLD.elsewhere);
}

function locked(file: string, holder: Holder | undefined): BuildError {
  const who = holder
    ? `process ${holder.pid} on ${holder.host}, since ${holder.since}`
    : 'unknown process';
  return new BuildError([diagnose('out-locked', { file, args: { who } })]);
}
