import { parentPort, workerData } from 'node:worker_threads';
import { type Shift, takeJobs } from './pool.ts';

/** A thread beside the one that builds: takes jobs, tells what became of them, ends. */
await takeJobs(workerData as Shift, (batch) => parentPort?.postMessage(batch));
