/** Inputs of the fuzz bench by number. */
import fc from 'fast-check';
import { createJiti } from 'jiti';

const jiti = createJiti(import.meta.url);

/** Interval of inputs that consist of hostile parts; the others are mutated files. */
const HOSTILE_EVERY = 10;
/** Numbers per seed, so that different seeds have different inputs. */
const INPUTS_PER_SEED = 1e7;

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
    const number = seed * INPUTS_PER_SEED + index;
    return index % HOSTILE_EVERY === 0
      ? fc.sample(HOSTILE_DRAWING, { numRuns: 1, seed: number })[0]
      : mutantOf(seeds, number);
  };
}
