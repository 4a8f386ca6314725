import { Worker } from 'node:worker_threads';
import { packageFile } from '../core/package-file.ts';
import type { Comparison, SourcePair } from '../icon/verify/compare.ts';
import { isPairSafeInProcess } from '../icon/verify/renderer.ts';
import type { Compare } from '../icon/verify/verify-icon.ts';

/** Request to the thread. */
export interface VerifyRequest {
  readonly id: number;
  readonly pairs: readonly SourcePair[];
}

/** Response of the thread, in the order of the pairs. */
export interface VerifyResponse {
  readonly id: number;
  readonly comparisons: readonly Comparison[];
}

/** Compares renderings on a separate thread, beside one that optimizes. */
export interface Verifier {
  readonly compare: Compare;
  readonly close: () => void;
}

interface PendingPair {
  readonly pair: SourcePair;
  readonly resolve: (comparison: Comparison | Promise<Comparison>) => void;
}

/** Maximum number of pairs per request. */
const MAX_PAIRS = 8;

/**
 * Starts the thread. If it cannot start, or exits, open requests are compared on this thread. Pairs
 * that could crash the process go to a child process.
 */
export function startVerifier(
  thread: URL = packageFile('dist/threads/verifier-thread.js'),
): Verifier {
  const worker = new Worker(thread);
  const pending = new Map<number, readonly PendingPair[]>();
  let queue: PendingPair[] = [];
  let lastId = 0;
  let hasExited = false;

  function send(): void {
    if (queue.length === 0) return;
    const batch = queue;
    queue = [];
    if (hasExited) {
      compareOnThisThread(batch);
      return;
    }
    lastId += 1;
    pending.set(lastId, batch);
    worker.ref();
    worker.postMessage({
      id: lastId,
      pairs: batch.map(({ pair }) => pair),
    } satisfies VerifyRequest);
  }

  function onExit(): void {
    hasExited = true;
    for (const batch of pending.values()) compareOnThisThread(batch);
    pending.clear();
  }

  // Without requests it must not keep the process alive.
  worker.unref();
  worker.on('error', onExit).on('exit', onExit);
  worker.on('message', ({ id, comparisons }: VerifyResponse) => {
    const batch = pending.get(id) ?? [];
    pending.delete(id);
    if (pending.size === 0) worker.unref();
    for (const [index, { resolve }] of batch.entries()) resolve(comparisons[index] as Comparison);
  });

  return {
    compare(pair) {
      if (!isPairSafeInProcess(pair)) return compareInProcess(pair);
      return new Promise((resolve) => {
        if (queue.length === 0) setImmediate(send);
        queue.push({ pair, resolve });
        // Not only at the end of the turn, in which many icons are optimized: the thread would be idle.
        if (queue.length >= MAX_PAIRS) send();
      });
    },
    close: () => void worker.terminate(),
  };
}

function compareOnThisThread(batch: readonly PendingPair[]): void {
  for (const { pair, resolve } of batch) {
    resolve(
      import('../icon/verify/compare.ts').then(({ compareInThisProcess }) =>
        compareInThisProcess(pair),
      ),
    );
  }
}

async function compareInProcess(pair: SourcePair): Promise<Comparison> {
  return (await import('../icon/verify/render-process.ts')).compareInChildProcess(pair);
}
