import { renameSync, rmSync } from 'node:fs';
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
    confirm();
    for (const step of steps) {
      writing(step.file, () => perform(step, staged.get(step)));
      done.push(step);
    }
  } catch (error) {
    for (const temporary of staged.values()) rmSync(temporary, { force: true });
    undo(done);
    throw error;
  }
}

function perform({ target }: Step, temporary: string | undefined): void {
  if (temporary === undefined) rmSync(target, { force: true });
  else renameSync(temporary, realTarget(target));
}

/** As far as it goes: the error that led here is the one to tell. */
function undo(done: readonly Step[]): void {
  const token = newToken();
  for (const step of [...done].reverse()) {
    const { target, before } = step;
    try {
      perform(step, before && writeTemporary(target, before(), { token, isDurable: true }));
    } catch {}
  }
}
