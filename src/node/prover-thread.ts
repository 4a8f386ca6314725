import { parentPort } from 'node:worker_threads';
import { type Comparison, compare } from '../icon/compare.ts';
import type { Answered, Asked } from './prover.ts';

/** A thread that compares pictures, until it is ended. */
parentPort?.on('message', async ({ id, pairs }: Asked) => {
  const comparisons: Comparison[] = [];
  for (const pair of pairs) comparisons.push(await compare(pair, true));
  parentPort?.postMessage({ id, comparisons } satisfies Answered);
});
