import { parentPort } from 'node:worker_threads';
import { type Shift, type Told, takeJobs } from './pool.ts';

/** A thread beside the one that builds: takes jobs, tells what became of them, until it is ended. */
parentPort?.on('message', async (shift: Shift) => {
  const tell = (told: Told) => parentPort?.postMessage(told);
  await takeJobs(shift, tell);
  tell('end');
});
