import { availableParallelism } from 'node:os';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { packageFile } from '../core/package-file.ts';
import { openPace } from './pace.ts';
import { threadsFor } from './thread-count.ts';
import { type OnTiming, type Timing, timed } from './timing.ts';
import { startVerifier, type Verifier } from './verifier.ts';
import type { Job, Settings, Worked } from './work.ts';

/** What the threads of one run share. */
export interface Shift {
  readonly jobs: readonly Job[];
  readonly settings: Settings;
  /** Whether each thread has another beside it that compares pictures. */
  readonly proves: boolean;
  /** Index of the next job that nobody has taken. */
  readonly next: Int32Array<SharedArrayBuffer>;
}

/** Jobs done by a thread, from an index on. */
export interface Batch {
  readonly first: number;
  readonly worked: readonly Worked[];
  readonly timings: readonly Timing[];
}

/**
 * Jobs taken at a time: few enough that threads end together, enough that telling of them costs
 * nothing.
 */
const BATCH = 16;
/** Batches that are begun and not done: enough that neither of two threads waits for the other. */
const BEGUN = 6;

/** How to work off jobs. */
export interface PoolOptions {
  /** Most threads to use, this one too; 0 for one for each processor. */
  readonly threads: number;
  readonly onTiming: OnTiming;
}

/** Works off jobs on this thread and on others beside it, which stay until it is closed; then new ones are started. */
export interface Pool {
  /**
   * Works off all jobs. Each thread takes the next as soon as it is free, so the order in which they
   * get done differs from run to run.
   *
   * @param onDone called as jobs get done, in any order
   * @param toFollow how many more are likely to follow: threads that are started stay for them
   */
  readonly work: (
    jobs: readonly Job[],
    onDone: (index: number, worked: Worked) => void,
    toFollow?: number,
  ) => Promise<void>;
  readonly close: () => void;
}

export function openPool(settings: Settings, { threads, onTiming }: PoolOptions): Pool {
  const crosses = canCross(settings);
  const most = threads || availableParallelism();
  const verifies = settings.verify !== false;
  const workers: Worker[] = [];
  const pace = openPace();
  let verifier: Verifier | undefined;
  return {
    async work(jobs, onDone, toFollow = 0) {
      if (jobs.length === 0) return;
      const next = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
      const all = jobs.length + toFollow;
      const { proves } = threadsFor({ jobs: all, threads: most, verifies });
      const shift: Shift = { jobs, settings, proves, next };
      const done = ({ first, worked, timings }: Batch) => {
        for (const timing of timings) onTiming(timing);
        for (const [offset, each] of worked.entries()) onDone(first + offset, each);
      };
      const shared: Promise<void>[] = [];
      let fail: (error: unknown) => void = () => {};
      /** So that what is wrong with another thread is not told only when all is done. */
      const failed = new Promise<never>((_, reject) => {
        fail = reject;
      });
      /** Has others take part: those that are warm, however little is left, and as many as are worth it. */
      const share = () => {
        const left = jobs.length - Atomics.load(next, 0);
        if (!crosses || left <= BATCH) return;
        const load = { jobs: left + toFollow, pace: pace.known(), threads: most, verifies };
        const { optimizing } = threadsFor(load);
        while (workers.length < optimizing - 1) workers.push(startBeside());
        while (shared.length < workers.length) {
          const ended = untilEnd(workers[shared.length] as Worker, shift, done);
          ended.catch(fail);
          shared.push(ended);
        }
      };
      share();
      if (proves) verifier ??= startVerifier();
      const own = takeJobs(shift, done, proves ? verifier : undefined, (ms) => {
        pace.note(BATCH, ms);
        share();
      });
      await Promise.race([own, failed]);
      await Promise.all(shared);
    },
    close() {
      for (const worker of workers.splice(0)) void worker.terminate();
      verifier?.close();
      verifier = undefined;
    },
  };
}

/** What a thread tells: what it did, and that there is no more to do. */
export type Told = Batch | 'end';

/**
 * Takes jobs until there are no more. While drawings are being rendered, which happens outside of
 * the thread, the next are optimized; a few batches are begun and not done.
 *
 * @param verifier where pictures are compared. Default: by threads of the system
 * @param onTurn called after each turn, in which a batch was begun, with how long it took, in ms
 */
export async function takeJobs(
  { jobs, settings, next }: Shift,
  done: (batch: Batch) => void,
  verifier?: Verifier,
  onTurn: (ms: number) => void = () => {},
): Promise<void> {
  const { workOn } = await import('./work.ts');
  const begun: Promise<void>[] = [];
  for (;;) {
    const start = performance.now();
    const first = Atomics.add(next, 0, BATCH);
    const batch = jobs.slice(first, first + BATCH);
    if (batch.length === 0) break;
    const timings: Timing[] = [];
    const note = (timing: Timing) => void timings.push(timing);
    const work = (job: Job) =>
      timed(job.file, 'icon', note, () => workOn(job, settings, verifier?.compare));
    const told = Promise.all(batch.map(work)).then((worked) => done({ first, worked, timings }));
    // Is awaited below, and must not count as unhandled until then.
    told.catch(() => {});
    begun.push(told);
    if (begun.length >= BEGUN) await begun.shift();
    // Lets in what other threads tell, timers and signals.
    await nextTurn();
    onTurn(performance.now() - start);
  }
  await Promise.all(begun);
}

function startBeside(): Worker {
  const worker = new Worker(packageFile('dist/threads/pool-thread.js'));
  // Between two shifts it is no reason to go on.
  worker.unref();
  return worker;
}

/** Gives a thread the jobs that all share; resolves when it finds no more. */
function untilEnd(worker: Worker, shift: Shift, done: (batch: Batch) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const exited = (code: number) => fail(new Error(`a thread ended with ${code}`));
    const fail = (error: unknown) => {
      stop();
      reject(error);
    };
    const hear = (told: Told) => {
      if (told !== 'end') return done(told);
      stop();
      resolve();
    };
    const stop = () => {
      worker.off('message', hear).off('error', fail).off('exit', exited).unref();
    };
    worker.on('message', hear).on('error', fail).on('exit', exited).ref();
    worker.postMessage(shift);
  });
}

/** Functions, in the user's svgo plugins, cannot be given to another thread. */
function canCross(settings: Settings): boolean {
  try {
    structuredClone(settings);
    return true;
  } catch {
    return false;
  }
}
