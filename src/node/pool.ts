import { availableParallelism } from 'node:os';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { packageFile } from '../core/package-file.ts';
import { trackPace } from './pace.ts';
import type { Job, JobSettings, ProcessResult } from './process-icon.ts';
import { planThreads } from './thread-count.ts';
import { type OnTiming, type Timing, timed } from './timing.ts';
import { startVerifier, type Verifier } from './verifier.ts';

/** Job queue that the threads of one run share. */
export interface SharedQueue {
  readonly jobs: readonly Job[];
  readonly settings: JobSettings;
  /** True if each thread has a second one that compares renderings. */
  readonly useVerifier: boolean;
  /** Index of the next free job. */
  readonly nextIndex: Int32Array<SharedArrayBuffer>;
}

/** Results of consecutive jobs, from an index on. */
export interface Batch {
  readonly first: number;
  readonly results: readonly ProcessResult[];
  readonly timings: readonly Timing[];
}

/**
 * Number of jobs taken at a time: few enough that threads end together, enough that messages cost
 * nothing.
 */
const BATCH_SIZE = 16;
/** Maximum number of batches in flight per thread: enough that neither thread waits for the other. */
const MAX_IN_FLIGHT = 6;

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
   * @param expectedMore number of jobs that are likely to follow, for deciding on threads. Default: 0
   */
  readonly run: (
    jobs: readonly Job[],
    onDone: (index: number, result: ProcessResult) => void,
    expectedMore?: number,
  ) => Promise<void>;
  readonly close: () => void;
}

export function openPool(settings: JobSettings, { threads, onTiming }: PoolOptions): Pool {
  const isCloneable = isStructuredCloneable(settings);
  const maxThreads = threads || availableParallelism();
  const verifies = settings.verify !== false;
  const workers: Worker[] = [];
  const pace = trackPace();
  let verifier: Verifier | undefined;
  return {
    async run(jobs, onDone, expectedMore = 0) {
      if (jobs.length === 0) return;
      const nextIndex = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
      const expectedJobs = jobs.length + expectedMore;
      const { useVerifier } = planThreads({ jobs: expectedJobs, threads: maxThreads, verifies });
      const queue: SharedQueue = { jobs, settings, useVerifier, nextIndex };
      const onBatch = ({ first, results, timings }: Batch) => {
        for (const timing of timings) onTiming(timing);
        for (const [offset, each] of results.entries()) onDone(first + offset, each);
      };
      const workerRuns: Promise<void>[] = [];
      let fail: (error: unknown) => void = () => {};
      /** Rejects as soon as a worker fails, not only when all jobs are done. */
      const failed = new Promise<never>((_, reject) => {
        fail = reject;
      });
      /** Enlists workers: all warm ones, and as many new ones as pay off. */
      const enlistWorkers = () => {
        const remaining = jobs.length - Atomics.load(nextIndex, 0);
        if (!isCloneable || remaining <= BATCH_SIZE) return;
        const workload = {
          jobs: remaining + expectedMore,
          pace: pace.estimate(),
          threads: maxThreads,
          verifies,
        };
        const { optimizing } = planThreads(workload);
        while (workers.length < optimizing - 1) workers.push(startWorker());
        while (workerRuns.length < workers.length) {
          const workerRun = runOnWorker(workers[workerRuns.length] as Worker, queue, onBatch);
          workerRun.catch(fail);
          workerRuns.push(workerRun);
        }
      };
      enlistWorkers();
      if (useVerifier) verifier ??= startVerifier();
      const ownRun = runWorkerLoop(queue, onBatch, useVerifier ? verifier : undefined, (ms) => {
        pace.record(BATCH_SIZE, ms);
        enlistWorkers();
      });
      await Promise.race([ownRun, failed]);
      await Promise.all(workerRuns);
    },
    close() {
      for (const worker of workers.splice(0)) void worker.terminate();
      verifier?.close();
      verifier = undefined;
    },
  };
}

/** Message from a worker: a finished batch, or that no jobs are left. */
export type PoolMessage = Batch | 'end';

/**
 * Takes jobs until none are left. While icons are rendered outside of the thread, the next ones are
 * optimized, so a few batches are in flight.
 *
 * @param verifier compares renderings. Default: the system's thread pool
 * @param onTurn called after each started batch with the time of the turn, in ms
 */
export async function runWorkerLoop(
  { jobs, settings, nextIndex }: SharedQueue,
  onBatch: (batch: Batch) => void,
  verifier?: Verifier,
  onTurn: (ms: number) => void = () => {},
): Promise<void> {
  const { processIcon } = await import('./process-icon.ts');
  const inFlight: Promise<void>[] = [];
  for (;;) {
    const start = performance.now();
    const first = Atomics.add(nextIndex, 0, BATCH_SIZE);
    const batch = jobs.slice(first, first + BATCH_SIZE);
    if (batch.length === 0) break;
    const timings: Timing[] = [];
    const recordTiming = (timing: Timing) => void timings.push(timing);
    const runJob = (job: Job) =>
      timed(job.file, 'icon', recordTiming, () => processIcon(job, settings, verifier?.compare));
    const completion = Promise.all(batch.map(runJob)).then((results) =>
      onBatch({ first, results, timings }),
    );
    // Awaited below; must not count as unhandled until then.
    completion.catch(() => {});
    inFlight.push(completion);
    if (inFlight.length >= MAX_IN_FLIGHT) await inFlight.shift();
    // Lets messages of other threads, timers and signals in.
    await nextTurn();
    onTurn(performance.now() - start);
  }
  await Promise.all(inFlight);
}

function startWorker(): Worker {
  const worker = new Worker(packageFile('dist/threads/pool-thread.js'));
  // An idle worker must not keep the process alive.
  worker.unref();
  return worker;
}

/** Hands a worker the shared queue; resolves when it finds no more jobs. */
function runOnWorker(
  worker: Worker,
  queue: SharedQueue,
  onBatch: (batch: Batch) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number) => fail(new Error(`a thread ended with ${code}`));
    const fail = (error: unknown) => {
      detach();
      reject(error);
    };
    const onMessage = (message: PoolMessage) => {
      if (message !== 'end') return onBatch(message);
      detach();
      resolve();
    };
    const detach = () => {
      worker.off('message', onMessage).off('error', fail).off('exit', onExit).unref();
    };
    worker.on('message', onMessage).on('error', fail).on('exit', onExit).ref();
    worker.postMessage(queue);
  });
}

/** Checks if settings can be sent to a worker; functions in svgo plugins cannot. */
function isStructuredCloneable(settings: JobSettings): boolean {
  try {
    structuredClone(settings);
    return true;
  } catch {
    return false;
  }
}
