import { Worker } from 'node:worker_threads';
import { packageFile } from '../core/package-file.ts';
import type { Comparison, Pair } from '../icon/verify/compare.ts';
import { isTrustedPair } from '../icon/verify/renderer.ts';
import type { Compare } from '../icon/verify/verify-icon.ts';

/** Request to the thread. */
export interface Asked {
  readonly id: number;
  readonly pairs: readonly Pair[];
}

/** Response of the thread, in the order of the pairs. */
export interface Answered {
  readonly id: number;
  readonly comparisons: readonly Comparison[];
}

/** Compares renderings on a separate thread, beside one that optimizes. */
export interface Verifier {
  readonly compare: Compare;
  readonly close: () => void;
}

interface Waiting {
  readonly pair: Pair;
  readonly resolve: (comparison: Comparison | Promise<Comparison>) => void;
}

/** Maximum number of pairs per request. */
const MOST = 8;

/**
 * Starts the thread. If it cannot start, or exits, open requests are compared on this thread. Pairs
 * that could crash the process go to a child process.
 */
export function startVerifier(
  thread: URL = packageFile('dist/threads/verifier-thread.js'),
): Verifier {
  const worker = new Worker(thread);
  const asked = new Map<number, readonly Waiting[]>();
  let next: Waiting[] = [];
  let count = 0;
  let isGone = false;

  function send(): void {
    if (next.length === 0) return;
    const all = next;
    next = [];
    if (isGone) {
      answerHere(all);
      return;
    }
    count += 1;
    asked.set(count, all);
    worker.ref();
    worker.postMessage({ id: count, pairs: all.map(({ pair }) => pair) } satisfies Asked);
  }

  function leave(): void {
    isGone = true;
    for (const all of asked.values()) answerHere(all);
    asked.clear();
  }

  // Without requests it must not keep the process alive.
  worker.unref();
  worker.on('error', leave).on('exit', leave);
  worker.on('message', ({ id, comparisons }: Answered) => {
    const all = asked.get(id) ?? [];
    asked.delete(id);
    if (asked.size === 0) worker.unref();
    for (const [index, { resolve }] of all.entries()) resolve(comparisons[index] as Comparison);
  });

  return {
    compare(pair) {
      if (!isTrustedPair(pair)) return compareInProcess(pair);
      return new Promise((resolve) => {
        if (next.length === 0) setImmediate(send);
        next.push({ pair, resolve });
        // Not only at the end of the turn, in which many icons are optimized: the thread would be idle.
        if (next.length >= MOST) send();
      });
    },
    close: () => void worker.terminate(),
  };
}

function answerHere(all: readonly Waiting[]): void {
  for (const { pair, resolve } of all) {
    resolve(import('../icon/verify/compare.ts').then(({ compareHere }) => compareHere(pair)));
  }
}

async function compareInProcess(pair: Pair): Promise<Comparison> {
  return (await import('../icon/verify/render-process.ts')).compareApart(pair);
}
