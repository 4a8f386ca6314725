/** Inputs of the fuzz bench by their numbers. */
import fc from 'fast-check';
import { createJiti } from 'jiti';

const jiti = createJiti(import.meta.url);

/** Every so many is put together from parts that mean harm; the others are mutated files. */
const HOSTILE_EVERY = 10;
/** Inputs of different seeds must not be the same ones in another order. */
const NUMBERS_OF_SEED = 1e7;

/**
 * @param {readonly string[]} folders with SVG files to mutate, beside the fixtures
 * @param {number} seed
 * @returns {Promise<(index: number) => string>} the same text for the same arguments
 */
export async function inputsFrom(folders, seed) {
  const { HOSTILE_DRAWING } = await jiti.import('../../test/fuzz/drawings.ts');
  const { mutantOf } = await jiti.import('../../test/fuzz/mutant.ts');
  const { fixtureSeeds } = await jiti.import('../../test/fuzz/seeds.ts');
  const seeds = fixtureSeeds(folders);
  return (index) => {
    const number = seed * NUMBERS_OF_SEED + index;
    return index % HOSTILE_EVERY === 0
      ? fc.sample(HOSTILE_DRAWING, { numRuns: 1, seed: number })[0]
      : mutantOf(seeds, number);
  };
}
