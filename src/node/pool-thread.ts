import { parentPort } from 'node:worker_threads';
import { type Shift, type Told, takeJobs } from './pool.ts';
import { startVerifier, type Verifier } from './verifier.ts';

let verifier: Verifier | undefined;

/** A thread beside the one that builds: takes jobs, tells what became of them, until it is ended. */
parentPort?.on('message', async (shift: Shift) => {
  const tell = (told: Told) => parentPort?.postMessage(told);
  if (shift.proves) verifier ??= startVerifier();
  await takeJobs(shift, tell, shift.proves ? verifier : undefined);
  tell('end');
});
