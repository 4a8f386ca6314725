/** How long jobs have been taking lately. */
export interface Pace {
  /** Says that so many more took so long, in ms. */
  readonly note: (jobs: number, ms: number) => void;
  /** Time that each takes, in ms; `undefined` while code is still warming up. */
  readonly msEach: () => number | undefined;
}

/** Jobs after which code is warm: svgo's takes twice as long for its first thousand drawings. */
const WARM = 1000;
/** Jobs that the time is taken of. */
const LATELY = 500;

export function openPace(): Pace {
  const notes: (readonly [jobs: number, ms: number])[] = [];
  let all = 0;
  let lately = 0;
  return {
    note(jobs, ms) {
      notes.push([jobs, ms]);
      all += jobs;
      lately += jobs;
      for (let oldest = notes[0]; oldest && lately - oldest[0] >= LATELY; oldest = notes[0]) {
        lately -= oldest[0];
        notes.shift();
      }
    },
    msEach() {
      if (all < WARM) return undefined;
      return notes.reduce((sum, [, ms]) => sum + ms, 0) / lately;
    },
  };
}
