import { availableParallelism } from 'node:os';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { packageFile } from '../core/package-file.ts';
import { openPace } from './pace.ts';
import { threadsFor } from './thread-count.ts';
import { type OnTiming, type Timing, timed } from './timing.ts';
import { startVerifier, type Verifier } from './verifier.ts';
import type { Job, Settings, Worked } from './work.ts';

/** Job queue that the threads of one run share. */
export interface Shift {
  readonly jobs: readonly Job[];
  readonly settings: Settings;
  /** True if each thread has a second one that compares renderings. */
  readonly proves: boolean;
  /** Index of the next free job. */
  readonly next: Int32Array<SharedArrayBuffer>;
}

/** Results of consecutive jobs, from an index on. */
export interface Batch {
  readonly first: number;
  readonly worked: readonly Worked[];
  readonly timings: readonly Timing[];
}

/**
 * Number of jobs taken at a time: few enough that threads end together, enough that messages cost
 * nothing.
 */
const BATCH = 16;
/** Maximum number of batches in flight per thread: enough that neither thread waits for the other. */
const BEGUN = 6;

/** Options of a pool. */
export interface PoolOptions {
  /** Maximum number of threads, including this one; 0 for one per processor. */
  readonly threads: number;
  readonly onTiming: OnTiming;
}

/** Runs jobs on this thread and on workers, which stay until it is closed; a later run starts new ones. */
export interface Pool {
  /**
   * Runs all jobs. Each thread takes the next one as soon as it is free, so the order of results
   * differs from run to run.
   *
   * @param onDone called as jobs finish, in any order
   * @param toFollow number of jobs that are likely to follow, for deciding on threads. Default: 0
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
      /** Rejects as soon as a worker fails, not only when all jobs are done. */
      const failed = new Promise<never>((_, reject) => {
        fail = reject;
      });
      /** Enlists workers: all warm ones, and as many new ones as pay off. */
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

/** Message from a worker: a finished batch, or that no jobs are left. */
export type Told = Batch | 'end';

/**
 * Takes jobs until none are left. While icons are rendered outside of the thread, the next ones are
 * optimized, so a few batches are in flight.
 *
 * @param verifier compares renderings. Default: the system's thread pool
 * @param onTurn called after each started batch with the time of the turn, in ms
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
    // Awaited below; must not count as unhandled until then.
    told.catch(() => {});
    begun.push(told);
    if (begun.length >= BEGUN) await begun.shift();
    // Lets messages of other threads, timers and signals in.
    await nextTurn();
    onTurn(performance.now() - start);
  }
  await Promise.all(begun);
}

function startBeside(): Worker {
  const worker = new Worker(packageFile('dist/threads/pool-thread.js'));
  // An idle worker must not keep the process alive.
  worker.unref();
  return worker;
}

/** Hands a worker the shared queue; resolves when it finds no more jobs. */
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

/** Checks if settings can be sent to a worker; functions in svgo plugins cannot. */
function canCross(settings: Settings): boolean {
  try {
    structuredClone(settings);
    return true;
  } catch {
    return false;
  }
}
