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
  /** Time that each takes, in ms, once code is warm. Default: that of a drawing of tabler. */
  readonly msEach?: number | undefined;
  /** Most threads of any kind. */
  readonly threads: number;
  readonly verifies: boolean;
}

/** Jobs for a thread that compares: fewer are done before it has loaded the renderer. */
const WORTH_A_PROVER = 100;
/**
 * What each further thread that optimizes is for: it loads and warms up svgo anew. While it does, the
 * compiler of V8 takes half a processor more. Where there is one left, so many jobs are enough; else
 * so much work, in ms, for each thread: on two processors, warming up took 2.6 s of their time.
 */
const WORTH_A_THREAD = { jobs: 1000, ms: 3200 };
const TABLER = 0.4;

export function threadsFor({ jobs, msEach = TABLER, threads, verifies }: Load): ThreadCount {
  const proves = verifies && threads > 1 && jobs >= WORTH_A_PROVER;
  const free = Math.min(Math.floor(threads / 2), 1 + Math.floor(jobs / WORTH_A_THREAD.jobs));
  if (proves) return { optimizing: Math.max(free, 1), proves };
  const taken = Math.min(threads, Math.floor((jobs * msEach) / WORTH_A_THREAD.ms));
  return { optimizing: Math.max(free, taken, 1), proves };
}
