import { parentPort } from 'node:worker_threads';
import { type Comparison, compareHere } from '../icon/verify/compare.ts';
import type { VerifyRequest, VerifyResponse } from './verifier.ts';

/** Worker thread that compares renderings until it is terminated. */
parentPort?.on('message', async ({ id, pairs }: VerifyRequest) => {
  const comparisons: Comparison[] = [];
  for (const pair of pairs) comparisons.push(await compareHere(pair, { blocks: true }));
  parentPort?.postMessage({ id, comparisons } satisfies VerifyResponse);
});
