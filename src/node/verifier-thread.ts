import { parentPort } from 'node:worker_threads';
import type { Comparison } from '../icon/verify/compare.ts';
import type { VerifyRequest, VerifyResponse } from './verifier.ts';
import { runVerifyTask } from './verify-task.ts';

/** Worker thread that compares geometry and renderings until it is terminated. */
parentPort?.on('message', async ({ id, tasks }: VerifyRequest) => {
  const results: (Comparison | boolean)[] = [];
  for (const task of tasks) results.push(await runVerifyTask(task, { isSync: true }));
  parentPort?.postMessage({ id, results } satisfies VerifyResponse);
});
