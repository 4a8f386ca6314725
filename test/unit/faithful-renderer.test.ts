import { expect, test } from 'vitest';
import type { Pair } from '../../src/icon/compare.ts';
import { transformFaithfully } from '../../src/icon/faithful.ts';

/** The pairs that are compared to prove a drawing. */
async function pairsOf(body: string): Promise<readonly Pair[]> {
  const pairs: Pair[] = [];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${body}</svg>`;
  await transformFaithfully(svg, { id: 'a', svgo: {} }, { sides: [16], tolerance: 0 }, (pair) => {
    pairs.push(pair);
    return Promise.resolve([0]);
  });
  return pairs;
}

test.each([
  ['a plain drawing: the fast one', '<path d="M0 0h9v9z"/>', false],
  ['one with a layer: the careful one', '<path opacity=".5" d="M0 0h9v9z"/>', true],
  [
    'one with a symbol: the careful one',
    '<symbol id="s"><path d="M0 0h9v9z"/></symbol><use href="#s"/>',
    true,
  ],
])('the renderer of %s', async (_, body, isRisky) => {
  expect(await pairsOf(body)).toEqual([expect.objectContaining({ isRisky })]);
});
