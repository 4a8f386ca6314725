import { performance } from 'node:perf_hooks';
import { threadId } from 'node:worker_threads';

/** Something that was done, and when. */
export interface Timing {
  /** A stage, such as `emit`, or the file of a drawing. */
  readonly name: string;
  readonly kind: 'stage' | 'icon';
  /** When it began, in ms since the epoch of Unix. */
  readonly start: number;
  /** How long it took, in ms. */
  readonly ms: number;
  /** 0 is the thread that the build runs on. */
  readonly thread: number;
}

export type OnTiming = (timing: Timing) => void;

/** Runs a task and tells how long it took. */
export async function timed<T>(
  name: string,
  kind: Timing['kind'],
  onTiming: OnTiming,
  task: () => T | Promise<T>,
): Promise<T> {
  const start = performance.now();
  try {
    return await task();
  } finally {
    const ms = performance.now() - start;
    onTiming({ name, kind, start: performance.timeOrigin + start, ms, thread: threadId });
  }
}
