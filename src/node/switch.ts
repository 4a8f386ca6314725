import { close, constants, openSync, renameSync, rmSync } from 'node:fs';
import { newToken, realTarget, writeTemporary } from './temporary.ts';
import { writing } from './write-errors.ts';

/** One file that is to change: what it holds and what it is to hold; `undefined`: no file. */
export interface Step {
  /** Its path. */
  readonly target: string;
  /** Its name in diagnostics. */
  readonly file: string;
  readonly before: (() => Uint8Array) | undefined;
  readonly after: (() => Uint8Array) | undefined;
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
  let held: readonly number[] = [];
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
    held = holdAll([...targets.values()]);
    confirm();
    for (const step of steps) {
      writing(step.file, () => perform(targets.get(step) as string, staged.get(step)));
      done.push(step);
    }
  } catch (error) {
    for (const temporary of staged.values()) rmSync(temporary, { force: true });
    undo(done);
    throw error;
  } finally {
    // Not waited for: that is when the system clears away.
    for (const file of held) close(file);
  }
}

/**
 * Opens the files that are to be replaced. While they are open, the system need not clear away what
 * they held, which takes most of the time of a replacement, and a kill in between leaves some of the
 * files replaced and some not. Windows does not replace what is open.
 */
function holdAll(targets: readonly string[]): readonly number[] {
  if (process.platform === 'win32') return [];
  return targets.flatMap((target) => {
    try {
      return [openSync(target, constants.O_RDONLY | constants.O_NONBLOCK)];
    } catch {
      return [];
    }
  });
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
function undo(done: readonly Step[]): void {
  const token = newToken();
  for (const step of [...done].reverse()) {
    const { target, before } = step;
    try {
      const temporary = before && writeTemporary(target, before(), { token, isDurable: true });
      perform(placeOf(step, before), temporary);
    } catch {}
  }
}
