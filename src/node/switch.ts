import { close, constants, openSync, readFileSync, renameSync, rmSync } from 'node:fs';
import {
  isLeftOver,
  newToken,
  realTarget,
  temporariesBeside,
  writeTemporary,
} from './temporary.ts';
import { writing } from './write-errors.ts';

/** Change of one file: readers of its old and new contents; `undefined` means no file. */
export interface Step {
  /** Its path. */
  readonly target: string;
  /** Its name in diagnostics. */
  readonly file: string;
  readonly before: (() => Uint8Array) | undefined;
  /** Whole or in chunks. */
  readonly after: (() => Uint8Array | Iterable<Uint8Array>) | undefined;
}

/** Options of a commit. */
export interface SwitchOptions {
  /** Called after staging and before the first replacement; what it throws aborts. */
  readonly confirm: () => void;
  /** Flushes new contents to disk before files are replaced. */
  readonly isDurable: boolean;
}

/**
 * Changes files atomically, in order: all new contents are staged before the first file is replaced.
 * An error leaves all files unchanged.
 *
 * @throws {BuildError} when a file cannot be written or removed.
 */
export function switchTogether(
  steps: readonly Step[],
  { confirm, isDurable }: SwitchOptions,
): void {
  const staged = new Map<Step, string>();
  const done: Step[] = [];
  const held = new Map<Step, Held>();
  try {
    const token = newToken();
    for (const step of steps) {
      const { target, file, after } = step;
      if (!after) continue;
      staged.set(
        step,
        writing(file, () => writeTemporary(target, after(), { token, isDurable })),
      );
    }
    const targets = new Map(steps.map((step) => [step, placeOf(step, step.after)]));
    for (const step of steps)
      if (step.before) held.set(step, hold(step, targets.get(step) as string));
    confirm();
    for (const step of steps) {
      writing(step.file, () => perform(targets.get(step) as string, staged.get(step)));
      done.push(step);
    }
  } catch (error) {
    for (const temporary of staged.values()) rmSync(temporary, { force: true });
    undo(done, held);
    throw error;
  } finally {
    // Not awaited: the system frees replaced files now.
    for (const { file } of held.values()) if (file !== undefined) close(file);
  }
}

/**
 * Changes files of the project atomically, and removes stale temporary files beside them.
 *
 * @param confirm called before the first file is replaced; what it throws aborts
 * @throws {BuildError} when a file cannot be written or removed.
 */
export function switchSources(steps: readonly Step[], confirm: () => void = () => {}): void {
  switchTogether(steps, { confirm, isDurable: true });
  for (const { target } of steps) {
    for (const temporary of temporariesBeside(target).filter(isLeftOver)) {
      // Failing to remove it must not fail the write.
      try {
        rmSync(temporary.path, { force: true });
      } catch {}
    }
  }
}

/** Contents of a file before it is replaced. */
interface Held {
  readonly file?: number;
  readonly read: () => Uint8Array;
}

/**
 * Opens a file that will be replaced. While it is open, its old contents can be read, and the system
 * does not free them, which takes most of the time of a replacement; a kill in between leaves some
 * files replaced and some not. Windows does not replace open files.
 */
function hold({ before }: Step, target: string): Held {
  const inMemory = () => {
    const bytes = before?.() ?? new Uint8Array();
    return { read: () => bytes };
  };
  if (process.platform === 'win32') return inMemory();
  try {
    const file = openSync(target, constants.O_RDONLY | constants.O_NONBLOCK);
    return { file, read: () => readFileSync(file) };
  } catch {
    return inMemory();
  }
}

/** Path to change: removing affects a link itself, replacing affects its target. */
function placeOf({ target }: Step, contents: Step['after']): string {
  return contents ? realTarget(target) : target;
}

function perform(target: string, temporary: string | undefined): void {
  if (temporary === undefined) rmSync(target, { force: true });
  else renameSync(temporary, target);
}

/** Rolls back as far as possible; the original error is the one to report. */
function undo(done: readonly Step[], held: ReadonlyMap<Step, Held>): void {
  const token = newToken();
  for (const step of [...done].reverse()) {
    const { target } = step;
    const before = held.get(step);
    try {
      const temporary = before && writeTemporary(target, before.read(), { token, isDurable: true });
      perform(placeOf(step, before?.read), temporary);
    } catch {}
  }
}
