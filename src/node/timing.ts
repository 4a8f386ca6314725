/** Start and duration of a stage or an icon. */
export interface Timing {
  /** Stage, such as `icons`, or the source file of an icon. */
  readonly name: string;
  readonly kind: 'stage' | 'icon';
  /** Start in ms since the Unix epoch. */
  readonly start: number;
  /** Duration in ms. */
  readonly ms: number;
  /** 0 is the thread that the build runs on. */
  readonly thread: number;
  /** True if verifying the icon took rendering. Missing without verification. */
  readonly isRendered?: boolean;
}

export type OnTiming = (timing: Timing) => void;

/** Runs a task and reports how long it took. */
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
    // Most builds change nothing, report no times and do not load the module.
    const { threadId: thread } = process.getBuiltinModule('node:worker_threads');
    onTiming({ name, kind, start: performance.timeOrigin + start, ms, thread });
  }
}
