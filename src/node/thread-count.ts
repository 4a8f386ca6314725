import type { JobTimes } from './pace.ts';

/** Number of threads to use, including the one that builds. */
export interface ThreadCount {
  /** Threads that optimize. */
  readonly optimizing: number;
  /** True if each of them has a second thread that compares renderings. */
  readonly proves: boolean;
}

/** Amount of work and the thread limit. */
export interface Load {
  /** Number of jobs, including those that are likely to follow. */
  readonly jobs: number;
  /** Job times. Default: those of the tabler icons. */
  readonly pace?: JobTimes | undefined;
  /** Maximum number of threads of any kind. */
  readonly threads: number;
  readonly verifies: boolean;
}

/** Minimum number of jobs for a thread that compares: fewer finish before it has loaded the renderer. */
const WORTH_A_PROVER = 100;
/**
 * Cost of each further thread that optimizes: it loads and warms up svgo again, while V8's compiler
 * takes another half processor. With a free processor, `jobs` jobs justify it; otherwise it must save
 * `warmUps` times the warm-up of the first thread. On two processors, 6,287 icons of tabler take no
 * less with it, 9,780 of many sets an eighth less.
 */
const WORTH_A_THREAD = { jobs: 1000, warmUps: 2.5 };
const TABLER: JobTimes = { msEach: 0.4, msWarm: 1300 };

export function threadsFor({ jobs, pace = TABLER, threads, verifies }: Load): ThreadCount {
  const proves = verifies && threads > 1 && jobs >= WORTH_A_PROVER;
  const free = Math.min(Math.floor(threads / 2), 1 + Math.floor(jobs / WORTH_A_THREAD.jobs));
  if (proves) return { optimizing: Math.max(free, 1), proves };
  const worth = (jobs * pace.msEach) / (WORTH_A_THREAD.warmUps * pace.msWarm);
  return { optimizing: Math.max(free, Math.min(threads, Math.floor(worth)), 1), proves };
}
