import type { JobTimes } from './pace.ts';

/** Number of threads to use, including the one that builds. */
export interface ThreadCount {
  /** Threads that optimize. */
  readonly optimizing: number;
  /** Work of the second thread that each of them has; `undefined` without one. */
  readonly verifierWork: VerifierWork | undefined;
}

/** Renderings alone, or all comparisons: geometry, too. */
export type VerifierWork = 'pictures' | 'all';

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

/**
 * Minimum number of jobs for a thread that compares. For pictures, it starts with the first one, and
 * fewer jobs finish before it has loaded the renderer. Geometry takes a seventh of the time of the
 * thread that optimizes. With fewer jobs, V8's compiler keeps the second processor busy: 2,176 icons
 * of lucide take 2.2 s on the thread and 2.0 s in the compiler; 6,287 of tabler, 5.3 s and 3.2 s.
 */
const MIN_JOBS = { pictures: 100, geometry: 3000 };
/**
 * Cost of each further thread that optimizes: it loads and warms up svgo again, while V8's compiler
 * takes another half processor, 2.8 s of CPU time in all for tabler. With a free processor, `jobs`
 * jobs justify it; otherwise it must save `warmUps` times the warm-up of the first thread.
 */
const THREAD_COST = { jobs: 1000, warmUps: 2.5 };
const TABLER: JobTimes = { msPerJob: 0.58, msWarmup: 1370 };

export function planThreads({ jobs, pace = TABLER, threads, verifies }: Workload): ThreadCount {
  const threadsByJobs = Math.min(Math.floor(threads / 2), 1 + Math.floor(jobs / THREAD_COST.jobs));
  const threadsByTime = (jobs * pace.msPerJob) / (THREAD_COST.warmUps * pace.msWarmup);
  const optimizing = Math.max(threadsByJobs, Math.min(threads, Math.floor(threadsByTime)), 1);
  return { optimizing, verifierWork: planVerifier() };

  function planVerifier(): VerifierWork | undefined {
    if (!verifies || threads === 1 || jobs < MIN_JOBS.pictures) return undefined;
    // Without a free processor, another thread for geometry only competes with those that optimize.
    return jobs >= MIN_JOBS.geometry && optimizing < threads ? 'all' : 'pictures';
  }
}
