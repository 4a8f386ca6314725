import { expect, test } from 'vitest';
import { trackPace } from '../../src/node/pace.ts';

/** Notes batches of 100 jobs that take so many ms each. */
function paceOf(...msPerJob: readonly number[]) {
  const pace = trackPace();
  for (const ms of msPerJob) pace.record(100, 100 * ms);
  return pace.estimate();
}

test('is not known of the first thousand jobs, which warm up the code', () => {
  expect(paceOf(...Array(9).fill(2))).toBeUndefined();
  expect(paceOf(...Array(10).fill(2))).toEqual({ msPerJob: 2, msWarmup: 2000 });
});

test('is that of the last five hundred', () => {
  expect(paceOf(...Array(10).fill(9), 1, 1, 1, 1, 1)).toEqual({ msPerJob: 1, msWarmup: 9000 });
  expect(paceOf(...Array(10).fill(1), 6, 1, 1, 1, 1)).toEqual({ msPerJob: 2, msWarmup: 1000 });
});
