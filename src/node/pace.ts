/** Tracks how long jobs take. */
export interface Pace {
  /** Records finished jobs and their total time in ms. */
  readonly note: (jobs: number, ms: number) => void;
  /** Current estimate; `undefined` during warm-up. */
  readonly known: () => JobTimes | undefined;
}

export interface JobTimes {
  /** Recent time per job, in ms. */
  readonly msEach: number;
  /** Time of the warm-up, including its jobs, in ms. */
  readonly msWarm: number;
}

/** Number of warm-up jobs: svgo takes twice as long for its first thousand files. */
const WARM = 1000;
/** Number of recent jobs that the estimate is based on. */
const LATELY = 500;

export function openPace(): Pace {
  const notes: (readonly [jobs: number, ms: number])[] = [];
  let all = 0;
  let lately = 0;
  let msWarm = 0;
  return {
    note(jobs, ms) {
      if (all < WARM) msWarm += ms;
      notes.push([jobs, ms]);
      all += jobs;
      lately += jobs;
      for (let oldest = notes[0]; oldest && lately - oldest[0] >= LATELY; oldest = notes[0]) {
        lately -= oldest[0];
        notes.shift();
      }
    },
    known() {
      if (all < WARM) return undefined;
      return { msEach: notes.reduce((sum, [, ms]) => sum + ms, 0) / lately, msWarm };
    },
  };
}
