import { Worker } from 'node:worker_threads';
import { packageFile } from '../core/package-file.ts';
import type { Comparison, SourcePair } from '../icon/verify/compare.ts';
import { isPairSafeInProcess } from '../icon/verify/renderer.ts';
import type { Compare } from '../icon/verify/verify-icon.ts';
import { runVerifyTask, type VerifyTask } from './verify-task.ts';

/** Request to the thread. */
export interface VerifyRequest {
  readonly id: number;
  readonly tasks: readonly VerifyTask[];
}

/** Response of the thread, in the order of the tasks. */
export interface VerifyResponse {
  readonly id: number;
  readonly results: readonly (Comparison | boolean)[];
}

/** Compares on a separate thread, beside one that optimizes. */
export interface Verifier {
  readonly compare: (pair: SourcePair) => Promise<Comparison>;
  readonly hasSameGeometry: NonNullable<Compare['hasSameGeometry']>;
  readonly close: () => void;
}

interface VerifierTask {
  readonly task: VerifyTask;
  readonly resolve: (result: VerifierAnswer | Promise<VerifierAnswer>) => void;
}

type VerifierAnswer = Comparison | boolean;

/** Maximum number of tasks per request. */
const MAX_TASKS = 8;

/**
 * Starts the thread when there is something to compare, since many builds render nothing. If it
 * cannot start, or exits, open requests are compared on this thread. Pairs that could crash the
 * process go to a child process.
 */
export function startVerifier(
  thread: URL = packageFile('dist/threads/verifier-thread.js'),
): Verifier {
  let worker: Worker | undefined;
  const pending = new Map<number, readonly VerifierTask[]>();
  let queue: VerifierTask[] = [];
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
    worker ??= startThread();
    worker.ref();
    worker.postMessage({
      id: lastId,
      tasks: batch.map(({ task }) => task),
    } satisfies VerifyRequest);
  }

  function onExit(): void {
    hasExited = true;
    for (const batch of pending.values()) compareOnThisThread(batch);
    pending.clear();
  }

  function startThread(): Worker {
    const started = new Worker(thread);
    started.on('error', onExit).on('exit', onExit);
    started.on('message', ({ id, results }: VerifyResponse) => {
      const batch = pending.get(id) ?? [];
      pending.delete(id);
      // Without requests it must not keep the process alive.
      if (pending.size === 0) started.unref();
      for (const [index, { resolve }] of batch.entries()) resolve(results[index] as VerifierAnswer);
    });
    return started;
  }

  function run(task: VerifyTask): Promise<VerifierAnswer> {
    return new Promise((resolve) => {
      if (queue.length === 0) setImmediate(send);
      queue.push({ task, resolve });
      // Not only at the end of the turn, in which many icons are optimized: the thread would be idle.
      if (queue.length >= MAX_TASKS) send();
    });
  }

  return {
    async compare(pair) {
      if (!isPairSafeInProcess(pair)) return compareInProcess(pair);
      return (await run({ pair })) as Comparison;
    },
    async hasSameGeometry(geometry, tolerance) {
      return (await run({ geometry, tolerance })) as boolean;
    },
    close() {
      hasExited = true;
      void worker?.terminate();
    },
  };
}

function compareOnThisThread(batch: readonly VerifierTask[]): void {
  for (const { task, resolve } of batch) resolve(runVerifyTask(task));
}

async function compareInProcess(pair: SourcePair): Promise<Comparison> {
  return (await import('../icon/verify/render-process.ts')).compareInChildProcess(pair);
}
