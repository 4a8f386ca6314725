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
  /** Most threads of any kind. */
  readonly threads: number;
  readonly verifies: boolean;
}

/** Jobs for a thread that compares: fewer are done before it has loaded the renderer. */
const WORTH_A_PROVER = 100;
/**
 * Jobs for each further thread that optimizes: it loads and warms up svgo anew. While it does, the
 * compiler of V8 takes half a processor more, so where there is none left, threads pay much later:
 * on two processors, warming up took 2.6 s of their time, and an icon of tabler 0.4 ms after that.
 */
const WORTH_A_THREAD = { free: 1000, taken: 8000 };

export function threadsFor({ jobs, threads, verifies }: Load): ThreadCount {
  const proves = verifies && threads > 1 && jobs >= WORTH_A_PROVER;
  const free = Math.min(Math.floor(threads / 2), 1 + Math.floor(jobs / WORTH_A_THREAD.free));
  if (proves) return { optimizing: Math.max(free, 1), proves };
  const taken = Math.min(threads, Math.floor(jobs / WORTH_A_THREAD.taken));
  return { optimizing: Math.max(free, taken, 1), proves };
}
