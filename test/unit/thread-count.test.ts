import { expect, test } from 'vitest';
import { planThreads } from '../../src/node/thread-count.ts';

const pace = (msPerJob: number, msWarmup: number) => ({ msPerJob, msWarmup });

test.each([
  ['few icons are processed by one thread', { jobs: 50, threads: 8 }, 1, undefined],
  ['then another compares pictures beside it', { jobs: 100, threads: 2 }, 1, 'pictures'],
  ['not geometry, while the compiler takes a processor', { jobs: 2176, threads: 2 }, 1, 'pictures'],
  ['geometry too, if that takes longer', { jobs: 6287, threads: 2 }, 1, 'all'],
  ['two that optimize, if no processor is free', { jobs: 20_000, threads: 2 }, 2, 'pictures'],
  ['one thread is one thread', { jobs: 100_000, threads: 1 }, 1, undefined],
  ['each that optimizes has one that compares', { jobs: 6000, threads: 8 }, 4, 'all'],
  ['no more than have something to do', { jobs: 1500, threads: 8 }, 2, 'pictures'],
  ['of an odd number none is too much', { jobs: 6000, threads: 3 }, 1, 'all'],
] as const)('%s', (_, load, optimizing, verifierWork) => {
  expect(planThreads({ ...load, verifies: true })).toEqual({ optimizing, verifierWork });
});

test.each([
  ['one, while the compiler takes the other processor', { jobs: 6000, threads: 2 }, 1],
  ['both, where that is soon over', { jobs: 20_000, threads: 2 }, 2],
  ['both, where each takes longer', { jobs: 6000, pace: pace(1.2, 1300), threads: 2 }, 2],
  ['one, where so does warming up', { jobs: 6000, pace: pace(1.2, 3900), threads: 2 }, 1],
  ['one for little work in many', { jobs: 20_000, pace: pace(0.2, 1300), threads: 2 }, 1],
  ['half of them for some thousands', { jobs: 6000, threads: 8 }, 4],
  ['all for very many', { jobs: 100_000, threads: 8 }, 8],
])('without verification: %s', (_, load, optimizing) => {
  expect(planThreads({ ...load, verifies: false })).toEqual({
    optimizing,
    verifierWork: undefined,
  });
});
