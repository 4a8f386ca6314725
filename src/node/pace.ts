/** How long jobs take. */
export interface Pace {
  /** Says that so many more took so long, in ms. */
  readonly note: (jobs: number, ms: number) => void;
  /** What is known of it; `undefined` while code is still warming up. */
  readonly known: () => JobTimes | undefined;
}

export interface JobTimes {
  /** Time that each takes lately, in ms. */
  readonly msEach: number;
  /** Time that it took to warm up, with the jobs that were done meanwhile, in ms. */
  readonly msWarm: number;
}

/** Jobs after which code is warm: svgo's takes twice as long for its first thousand drawings. */
const WARM = 1000;
/** Jobs that the time is taken of. */
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
