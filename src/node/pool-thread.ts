import { parentPort } from 'node:worker_threads';
import { type Shift, type Told, takeJobs } from './pool.ts';
import { type Prover, startProver } from './prover.ts';

let prover: Prover | undefined;

/** A thread beside the one that builds: takes jobs, tells what became of them, until it is ended. */
parentPort?.on('message', async (shift: Shift) => {
  const tell = (told: Told) => parentPort?.postMessage(told);
  if (shift.proves) prover ??= startProver();
  await takeJobs(shift, tell, shift.proves ? prover : undefined);
  tell('end');
});
