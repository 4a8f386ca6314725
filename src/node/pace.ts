/** Tracks how long jobs take. */
export interface PaceTracker {
  /** Records finished jobs and their total time in ms. */
  readonly record: (jobs: number, ms: number) => void;
  /** Current estimate; `undefined` during warm-up. */
  readonly estimate: () => JobTimes | undefined;
}

export interface JobTimes {
  /** Recent time per job, in ms. */
  readonly msPerJob: number;
  /** Time of the warm-up, including its jobs, in ms. */
  readonly msWarmup: number;
}

/** Number of warm-up jobs: svgo takes twice as long for its first thousand files. */
const WARMUP_JOBS = 1000;
/** Number of recent jobs that the estimate is based on. */
const SAMPLE_JOBS = 500;

export function trackPace(): PaceTracker {
  const samples: (readonly [jobs: number, ms: number])[] = [];
  let totalJobs = 0;
  let recentJobs = 0;
  let msWarmup = 0;
  return {
    record(jobs, ms) {
      if (totalJobs < WARMUP_JOBS) msWarmup += ms;
      samples.push([jobs, ms]);
      totalJobs += jobs;
      recentJobs += jobs;
      for (
        let oldest = samples[0];
        oldest && recentJobs - oldest[0] >= SAMPLE_JOBS;
        oldest = samples[0]
      ) {
        recentJobs -= oldest[0];
        samples.shift();
      }
    },
    estimate() {
      if (totalJobs < WARMUP_JOBS) return undefined;
      return { msPerJob: samples.reduce((sum, [, ms]) => sum + ms, 0) / recentJobs, msWarmup };
    },
  };
}
