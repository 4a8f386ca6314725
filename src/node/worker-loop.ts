import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SourcePair } from '../icon/verify/compare.ts';
import type { Compare } from '../icon/verify/verify-icon.ts';
import type { IconifySets } from './iconify-sets.ts';
import type { Job, JobSettings, ProcessResult } from './process-icon.ts';
import type { VerifierWork } from './thread-count.ts';
import { type Timing, timed } from './timing.ts';
import type { Verifier } from './verifier.ts';

/** Job queue that the threads of one run share. */
export interface SharedQueue {
  readonly jobs: readonly Job[];
  readonly settings: JobSettings;
  /** Work of the second thread that each thread has; `undefined` without one. */
  readonly verifierWork: VerifierWork | undefined;
  /** Index of the next free job. */
  readonly nextIndex: Int32Array<SharedArrayBuffer>;
}

/** Results of consecutive jobs, from an index on. */
export interface Batch {
  readonly first: number;
  readonly results: readonly ProcessResult[];
  readonly timings: readonly Timing[];
}

/** State that a thread keeps between queues. */
export interface ThreadState {
  /** Compares renderings. Default: the system's thread pool. */
  readonly verifier?: Verifier | undefined;
  readonly sets: IconifySets;
}

/**
 * Number of jobs taken at a time: few enough that threads end together, enough that messages cost
 * nothing.
 */
export const BATCH_SIZE = 16;
/** Maximum number of batches in flight per thread: enough that neither thread waits for the other. */
const MAX_IN_FLIGHT = 6;

/** Message from a worker: a finished batch, or that no jobs are left. */
export type PoolMessage = Batch | 'end';

/**
 * Takes jobs until none are left. While icons are rendered outside of the thread, the next ones are
 * optimized, so a few batches are in flight.
 *
 * @param onTurn called after each started batch with the time of the turn, in ms
 */
export async function runWorkerLoop(
  { jobs, settings, verifierWork, nextIndex }: SharedQueue,
  onBatch: (batch: Batch) => void,
  { verifier, sets }: ThreadState,
  onTurn: (ms: number) => void = () => {},
): Promise<void> {
  const { processIcon } = await import('./process-icon.ts');
  const { comparePictures } = await import('../icon/verify/renderer.ts');
  const inFlight: Promise<void>[] = [];
  for (;;) {
    const start = performance.now();
    const first = Atomics.add(nextIndex, 0, BATCH_SIZE);
    const batch = jobs.slice(first, first + BATCH_SIZE);
    if (batch.length === 0) break;
    const timings: Timing[] = [];
    const runJob = (job: Job) => {
      let isRendered = false;
      const comparePair = (pair: SourcePair) => {
        isRendered = true;
        return (verifier?.compare ?? comparePictures)(pair);
      };
      const compare: Compare =
        verifier && verifierWork === 'all'
          ? Object.assign(comparePair, { hasSameGeometry: verifier.hasSameGeometry })
          : comparePair;
      const recordTiming = (timing: Timing) =>
        void timings.push(settings.verify ? { ...timing, isRendered } : timing);
      return timed(job.file, 'icon', recordTiming, () => processIcon(job, settings, compare, sets));
    };
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
