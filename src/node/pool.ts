import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { IconifySets } from './iconify-sets.ts';
import { trackPace } from './pace.ts';
import type { Job, JobSettings, ProcessResult } from './process-icon.ts';
import { planThreads } from './thread-count.ts';
import type { OnTiming } from './timing.ts';
import { startVerifier, type Verifier } from './verifier.ts';
import { BATCH_SIZE, type Batch, runWorkerLoop, type SharedQueue } from './worker-loop.ts';
import { WorkerRuns } from './worker-runs.ts';

/** Options of a pool. */
export interface PoolOptions {
  /** Maximum number of threads, including this one; 0 for one per processor. */
  readonly threads: number;
  readonly onTiming: OnTiming;
  /** Iconify sets that the caller reads, too. Default: sets of the pool. */
  readonly sets?: IconifySets;
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

export function openPool(settings: JobSettings, options: PoolOptions): Pool {
  return new ThreadPool(settings, options);
}

class ThreadPool implements Pool {
  readonly #settings: JobSettings;
  readonly #onTiming: OnTiming;
  readonly #maxThreads: number;
  readonly #isCloneable: boolean;
  readonly #workers: Worker[] = [];
  readonly #pace = trackPace();
  readonly #sets: IconifySets;
  #verifier: Verifier | undefined;

  constructor(settings: JobSettings, { threads, onTiming, sets = new IconifySets() }: PoolOptions) {
    this.#sets = sets;
    this.#settings = settings;
    this.#onTiming = onTiming;
    this.#maxThreads = threads || availableParallelism();
    this.#isCloneable = isStructuredCloneable(settings);
  }

  async run(
    jobs: readonly Job[],
    onDone: (index: number, result: ProcessResult) => void,
    expectedMore = 0,
  ): Promise<void> {
    if (jobs.length === 0) return;
    const queue = this.#createQueue(jobs, expectedMore);
    const onBatch = ({ first, results, timings }: Batch) => {
      for (const timing of timings) this.#onTiming(timing);
      for (const [offset, each] of results.entries()) onDone(first + offset, each);
    };
    const workerRuns = new WorkerRuns(this.#workers, queue, onBatch);
    const enlistWorkers = () => {
      const remaining = jobs.length - Atomics.load(queue.nextIndex, 0);
      if (!this.#isCloneable || remaining <= BATCH_SIZE) return;
      workerRuns.enlist(this.#worthwhileWorkers(remaining + expectedMore));
    };
    enlistWorkers();
    if (queue.verifierWork) this.#verifier ??= startVerifier();
    const verifier = queue.verifierWork ? this.#verifier : undefined;
    const ownRun = runWorkerLoop(queue, onBatch, { verifier, sets: this.#sets }, (ms) => {
      this.#pace.record(BATCH_SIZE, ms);
      enlistWorkers();
    });
    await Promise.race([ownRun, workerRuns.failed]);
    await workerRuns.end();
  }

  close(): void {
    for (const worker of this.#workers.splice(0)) void worker.terminate();
    this.#verifier?.close();
    this.#verifier = undefined;
  }

  #createQueue(jobs: readonly Job[], expectedMore: number): SharedQueue {
    const { verifierWork } = planThreads({
      jobs: jobs.length + expectedMore,
      threads: this.#maxThreads,
      verifies: this.#verifies,
    });
    const nextIndex = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    return { jobs, settings: this.#settings, verifierWork, nextIndex };
  }

  /** Number of workers that pay off for a number of jobs, besides this thread. */
  #worthwhileWorkers(jobs: number): number {
    const { optimizing } = planThreads({
      jobs,
      pace: this.#pace.estimate(),
      threads: this.#maxThreads,
      verifies: this.#verifies,
    });
    return optimizing - 1;
  }

  get #verifies(): boolean {
    return this.#settings.verify !== false;
  }
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
