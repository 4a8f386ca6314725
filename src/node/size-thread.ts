import { parentPort } from 'node:worker_threads';
import { measureBlock, type TextBlock } from '../emit/gzip-size.ts';

/** Worker thread that measures compressed sizes of blocks until it is terminated. */
parentPort?.on('message', (block: TextBlock) => parentPort?.postMessage(measureBlock(block)));
