import { Worker } from 'node:worker_threads';
import { packageFile } from '../core/package-file.ts';
import type { Batch, PoolMessage, SharedQueue } from './worker-loop.ts';

/** Workers that take part in one run of a pool. */
export class WorkerRuns {
  readonly #workers: Worker[];
  readonly #queue: SharedQueue;
  readonly #onBatch: (batch: Batch) => void;
  readonly #runs: Promise<void>[] = [];
  #fail: (error: unknown) => void = () => {};
  /** Rejects as soon as a worker fails, not only when all jobs are done. */
  readonly failed: Promise<never>;

  /** @param workers of the pool; new ones are added */
  constructor(workers: Worker[], queue: SharedQueue, onBatch: (batch: Batch) => void) {
    this.#workers = workers;
    this.#queue = queue;
    this.#onBatch = onBatch;
    this.failed = new Promise<never>((_, reject) => {
      this.#fail = reject;
    });
  }

  /** Enlists all warm workers, and new ones up to a number. */
  enlist(count: number): void {
    while (this.#workers.length < count) this.#workers.push(startWorker());
    for (const worker of this.#workers.slice(this.#runs.length)) {
      const run = runOnWorker(worker, this.#queue, this.#onBatch);
      run.catch(this.#fail);
      this.#runs.push(run);
    }
  }

  /** Resolves when no worker has jobs left. */
  async end(): Promise<void> {
    await Promise.all(this.#runs);
  }
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
