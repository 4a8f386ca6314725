import { rename, rm } from 'node:fs/promises';
import { newToken, realTarget, writeTemporary } from './temporary.ts';
import { writing } from './write-errors.ts';

/** One file that is to change: what it holds and what it is to hold; `undefined`: no file. */
export interface Step {
  /** Its path. */
  readonly target: string;
  /** Its name in diagnostics. */
  readonly file: string;
  readonly before: Uint8Array | undefined;
  readonly after: Uint8Array | undefined;
}

/**
 * Changes files together, in their order: all new contents are on the disk before the first file
 * is replaced. An error leaves all files as they were.
 *
 * @param confirm called between the two halves; what it throws stops the switch
 * @throws {BuildError} when a file cannot be written or removed.
 */
export async function switchTogether(
  steps: readonly Step[],
  confirm: () => Promise<void> = async () => {},
): Promise<void> {
  const staged = new Map<Step, string>();
  const done: Step[] = [];
  try {
    const token = newToken();
    for (const step of steps) {
      const { target, file, after } = step;
      if (!after) continue;
      staged.set(step, await writing(file, () => writeTemporary(target, after, token)));
    }
    await confirm();
    for (const step of steps) {
      await writing(step.file, () => perform(step, staged.get(step)));
      done.push(step);
    }
  } catch (error) {
    for (const temporary of staged.values()) await rm(temporary, { force: true });
    await undo(done);
    throw error;
  }
}

async function perform({ target }: Step, temporary: string | undefined): Promise<void> {
  if (temporary === undefined) await rm(target, { force: true });
  else await rename(temporary, await realTarget(target));
}

/** As far as it goes: the error that led here is the one to tell. */
async function undo(done: readonly Step[]): Promise<void> {
  const token = newToken();
  for (const step of [...done].reverse()) {
    const { target, before } = step;
    try {
      await perform(step, before && (await writeTemporary(target, before, token)));
    } catch {}
  }
}
