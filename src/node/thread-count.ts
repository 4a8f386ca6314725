import type { JobTimes } from './pace.ts';

/** How many threads to use, the first of which is the one that builds. */
export interface ThreadCount {
  /** Threads that optimize. */
  readonly optimizing: number;
  /** Whether each of them has another beside it that compares pictures. */
  readonly proves: boolean;
}

/** What to do with how many threads at most. */
export interface Load {
  /** Also those that are likely to follow. */
  readonly jobs: number;
  /** How long they take. Default: as long as those of tabler. */
  readonly pace?: JobTimes | undefined;
  /** Most threads of any kind. */
  readonly threads: number;
  readonly verifies: boolean;
}

/** Jobs for a thread that compares: fewer are done before it has loaded the renderer. */
const WORTH_A_PROVER = 100;
/**
 * What each further thread that optimizes is for: it loads and warms up svgo anew. While it does, the
 * compiler of V8 takes half a processor more. Where there is one left, so many jobs are enough; else
 * it must be spared so many times as long as that took the first thread. On two processors, 6,287
 * drawings of tabler take no less with it, 9,780 of many sets an eighth less.
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
