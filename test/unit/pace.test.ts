import { expect, test } from 'vitest';
import { openPace } from '../../src/node/pace.ts';

/** Notes batches of 100 jobs that take so many ms each. */
function paceOf(...msEach: readonly number[]): number | undefined {
  const pace = openPace();
  for (const ms of msEach) pace.note(100, 100 * ms);
  return pace.msEach();
}

test('is not known of the first thousand jobs, which warm up the code', () => {
  expect(paceOf(...Array(9).fill(2))).toBeUndefined();
  expect(paceOf(...Array(10).fill(2))).toBe(2);
});

test('is that of the last five hundred', () => {
  expect(paceOf(...Array(10).fill(9), 1, 1, 1, 1, 1)).toBe(1);
  expect(paceOf(...Array(10).fill(1), 6, 1, 1, 1, 1)).toBe(2);
});
