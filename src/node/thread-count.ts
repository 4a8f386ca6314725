import type { JobTimes } from './pace.ts';

/** Number of threads to use, including the one that builds. */
export interface ThreadCount {
  /** Threads that optimize. */
  readonly optimizing: number;
  /** True if each of them has a second thread that compares renderings. */
  readonly useVerifier: boolean;
}

/** Amount of work and the thread limit. */
export interface Workload {
  /** Number of jobs, including those that are likely to follow. */
  readonly jobs: number;
  /** Job times. Default: those of the tabler icons. */
  readonly pace?: JobTimes | undefined;
  /** Maximum number of threads of any kind. */
  readonly threads: number;
  readonly verifies: boolean;
}

/** Minimum number of jobs for a thread that compares: fewer finish before it has loaded the renderer. */
const MIN_JOBS_FOR_VERIFIER = 100;
/**
 * Cost of each further thread that optimizes: it loads and warms up svgo again, while V8's compiler
 * takes another half processor. With a free processor, `jobs` jobs justify it; otherwise it must save
 * `warmUps` times the warm-up of the first thread. On two processors, 6,287 icons of tabler take no
 * less with it, 9,780 of many sets an eighth less.
 */
const THREAD_COST = { jobs: 1000, warmUps: 2.5 };
const TABLER: JobTimes = { msPerJob: 0.4, msWarmup: 1300 };

export function planThreads({ jobs, pace = TABLER, threads, verifies }: Workload): ThreadCount {
  const useVerifier = verifies && threads > 1 && jobs >= MIN_JOBS_FOR_VERIFIER;
  const threadsByJobs = Math.min(Math.floor(threads / 2), 1 + Math.floor(jobs / THREAD_COST.jobs));
  if (useVerifier) return { optimizing: Math.max(threadsByJobs, 1), useVerifier };
  const threadsByTime = (jobs * pace.msPerJob) / (THREAD_COST.warmUps * pace.msWarmup);
  return {
    optimizing: Math.max(threadsByJobs, Math.min(threads, Math.floor(threadsByTime)), 1),
    useVerifier,
  };
}
