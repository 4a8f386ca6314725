import { Worker } from 'node:worker_threads';
import { packageFile } from '../core/package-file.ts';
import { BlockSplitter, isMeasured, type TextBlock } from '../emit/gzip-size.ts';
import { cacheBlockSizes, type MeasuredBlock } from '../emit/measured-blocks.ts';

/** Number of blocks that are worth a thread: measuring fewer takes no longer than its start. */
const MIN_BLOCKS = 3;
/** Maximum number of blocks: more would push each other out of memory before they are used. */
const MAX_BLOCKS = 128;

/**
 * Measures the compressed size of a sprite on a thread while its icons are made. It only fills the
 * cache of sizes: what is missing there is measured when the manifest is written.
 */
export class BlockSizes {
  readonly #splitter: BlockSplitter;
  readonly #thread: URL;
  #queue: TextBlock[] = [];
  #worker: Worker | undefined;
  #sentCount = 0;
  #pendingCount = 0;
  #onIdle: () => void = () => {};

  /** @param end end of each part of the text, see {@link BlockSplitter} */
  constructor(end: string, thread: URL = packageFile('dist/threads/size-thread.js')) {
    this.#thread = thread;
    this.#splitter = new BlockSplitter(end, (block) => this.#measure(block));
  }

  /** Adds the next piece of the text. */
  add(text: string): void {
    this.#splitter.add(text);
  }

  /** Resolves when all blocks that have ended are measured, or the thread has failed. */
  async settle(): Promise<void> {
    if (this.#pendingCount === 0) return;
    await new Promise<void>((resolve) => {
      this.#onIdle = resolve;
      this.#worker?.ref();
    });
  }

  close(): void {
    void this.#worker?.terminate();
  }

  #measure(block: TextBlock): void {
    if (this.#sentCount >= MAX_BLOCKS || isMeasured(block)) return;
    this.#sentCount += 1;
    this.#queue.push(block);
    if (this.#sentCount < MIN_BLOCKS) return;
    this.#worker ??= this.#start();
    for (const each of this.#queue) this.#worker.postMessage(each);
    this.#pendingCount += this.#queue.length;
    this.#queue = [];
  }

  #start(): Worker {
    const worker = new Worker(this.#thread);
    const fail = () => {
      // Nothing is sent from now on.
      this.#sentCount = MAX_BLOCKS;
      this.#pendingCount = 0;
      this.#onIdle();
    };
    worker.on('error', fail).on('exit', fail);
    worker.on('message', (measured: MeasuredBlock) => {
      cacheBlockSizes([measured]);
      this.#pendingCount -= 1;
      if (this.#pendingCount === 0) this.#onIdle();
    });
    // Without blocks to wait for, it must not keep the process alive.
    worker.unref();
    return worker;
  }
}
