import { parentPort } from 'node:worker_threads';
import { type Shift, type Told, takeJobs } from './pool.ts';
import { startVerifier, type Verifier } from './verifier.ts';

let verifier: Verifier | undefined;

/** Worker thread: takes jobs and posts their results until it is terminated. */
parentPort?.on('message', async (shift: Shift) => {
  const tell = (told: Told) => parentPort?.postMessage(told);
  if (shift.proves) verifier ??= startVerifier();
  await takeJobs(shift, tell, shift.proves ? verifier : undefined);
  tell('end');
});
