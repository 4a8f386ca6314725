import { expect, test } from 'vitest';
import { judge } from './judge.ts';
import { mutantOf } from './mutant.ts';
import { fixtureSeeds } from './seeds.ts';

const MODES = ['keep', 'currentColor', 'variables'] as const;

test('drawings with values of every spelling are built whole and clean, or refused', async () => {
  const seeds = fixtureSeeds();
  const flawed: string[] = [];
  let built = 0;
  for (let seed = 0; seed < 400; seed++) {
    const svg = mutantOf(seeds, seed);
    const { code, flaws } = await judge(svg, 'icon', MODES[seed % MODES.length]);
    if (code === 'built') built += 1;
    if (flaws.length > 0) flawed.push(`seed ${seed}: ${flaws.join('; ')}`);
  }
  expect(flawed).toEqual([]);
  expect(built).toBeGreaterThan(100);
});
