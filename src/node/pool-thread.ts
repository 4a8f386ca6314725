import { parentPort } from 'node:worker_threads';
import { IconifySets } from './iconify-sets.ts';
import { startVerifier, type Verifier } from './verifier.ts';
import { type PoolMessage, runWorkerLoop, type SharedQueue } from './worker-loop.ts';

const sets = new IconifySets();
let verifier: Verifier | undefined;

/** Worker thread: takes jobs and posts their results until it is terminated. */
parentPort?.on('message', async (queue: SharedQueue) => {
  const post = (message: PoolMessage) => parentPort?.postMessage(message);
  if (queue.verifierWork) verifier ??= startVerifier();
  await runWorkerLoop(queue, post, { sets, verifier: queue.verifierWork ? verifier : undefined });
  post('end');
});
