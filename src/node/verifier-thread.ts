import { parentPort } from 'node:worker_threads';
import { type Comparison, compareInThisProcess } from '../icon/verify/compare.ts';
import type { VerifyRequest, VerifyResponse } from './verifier.ts';

/** Worker thread that compares renderings until it is terminated. */
parentPort?.on('message', async ({ id, pairs }: VerifyRequest) => {
  const comparisons: Comparison[] = [];
  for (const pair of pairs) comparisons.push(await compareInThisProcess(pair, { isSync: true }));
  parentPort?.postMessage({ id, comparisons } satisfies VerifyResponse);
});
