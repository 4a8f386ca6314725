import { close, constants, openSync, readFileSync, renameSync, rmSync } from 'node:fs';
import {
  isLeftOver,
  newToken,
  realTarget,
  temporariesBeside,
  writeTemporary,
} from './temporary.ts';
import { writing } from './write-errors.ts';

/** One file that is to change: how to read what it holds, and what it is to hold; `undefined`: no file. */
export interface Step {
  /** Its path. */
  readonly target: string;
  /** Its name in diagnostics. */
  readonly file: string;
  readonly before: (() => Uint8Array) | undefined;
  /** Whole or in chunks. */
  readonly after: (() => Uint8Array | Iterable<Uint8Array>) | undefined;
}

/** How to switch. */
export interface SwitchOptions {
  /** Called between the two halves; what it throws stops the switch. */
  readonly confirm: () => void;
  /** Waits until the disk has the new contents. */
  readonly isDurable: boolean;
}

/**
 * Changes files together, in their order: all new contents are on the disk before the first file
 * is replaced. An error leaves all files as they were.
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
    // Not waited for: that is when the system clears away.
    for (const { file } of held.values()) if (file !== undefined) close(file);
  }
}

/**
 * Changes files of the project together, and removes what killed runs left beside them.
 *
 * @param confirm called before the first file is replaced; what it throws stops the switch
 * @throws {BuildError} when a file cannot be written or removed.
 */
export function switchSources(steps: readonly Step[], confirm: () => void = () => {}): void {
  switchTogether(steps, { confirm, isDurable: true });
  for (const { target } of steps) {
    for (const temporary of temporariesBeside(target).filter(isLeftOver)) {
      // Whoever may not remove it was still able to write what was asked for.
      try {
        rmSync(temporary.path, { force: true });
      } catch {}
    }
  }
}

/** What a file held before it was replaced. */
interface Held {
  readonly file?: number;
  readonly read: () => Uint8Array;
}

/**
 * Opens a file that is to be replaced. While it is open, what it held can be read, and the system need
 * not clear it away, which takes most of the time of a replacement; a kill in between leaves some of
 * the files replaced and some not. Windows does not replace what is open.
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

/** A link is removed itself, and what it leads to is replaced. */
function placeOf({ target }: Step, contents: Step['after']): string {
  return contents ? realTarget(target) : target;
}

function perform(target: string, temporary: string | undefined): void {
  if (temporary === undefined) rmSync(target, { force: true });
  else renameSync(temporary, target);
}

/** As far as it goes: the error that led here is the one to tell. */
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
