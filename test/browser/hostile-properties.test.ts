import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BuildError } from '../../src/core/errors.ts';
import { transformIcon } from '../../src/index.ts';
import { HOSTILE_DRAWING } from '../fuzz/drawings.ts';
import { type Lab, openLab } from './hostile-lab.ts';

let lab: Lab;

beforeAll(async () => {
  lab = await openLab();
});

afterAll(() => lab?.close());

/** The symbol; drawings may be refused, and in no other way than with a BuildError. */
async function symbolOf(svg: string): Promise<string | undefined> {
  try {
    return (await transformIcon(svg, { id: 'icon', activeContent: 'remove' })).symbol;
  } catch (error) {
    expect(error).toBeInstanceOf(BuildError);
    return undefined;
  }
}

test('what comes out is well-formed and holds nothing that acts, leaks or is text', async () => {
  let built = 0;
  await fc.assert(
    fc.asyncProperty(HOSTILE_DRAWING, async (svg) => {
      const symbol = await symbolOf(svg);
      if (symbol === undefined) return;
      built += 1;
      const sprite = `<svg xmlns="http://www.w3.org/2000/svg">${symbol}</svg>`;
      expect(await lab.inspect([[sprite, 'icon']])).toEqual([[]]);
    }),
    { numRuns: 1000 },
  );
  // Else the drawings are too broken to tell anything.
  expect(built).toBeGreaterThan(300);
});
