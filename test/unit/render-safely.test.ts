import { expect, it } from 'vitest';
import { renderSafely } from '../../src/icon/render-safely.ts';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 128 128">';
const FAR_OUTSIDE = `${SVG}<path opacity=".5" d="M10-651h67v87h-67z"/></svg>`;
const HALF = `${SVG}<path opacity=".5" d="M0 0h128v128z"/></svg>`;
const options = { fitTo: { mode: 'height', value: 16 } } as const;

it('renders as before after 2,000 drawings on which the renderer failed', async () => {
  const before = await renderSafely(HALF, options);
  let failures = 0;
  for (let round = 0; round < 2000; round++) {
    await renderSafely(FAR_OUTSIDE, options).catch(() => failures++);
  }
  expect(failures).toBe(2000);
  const after = await renderSafely(HALF, options);
  expect(after.pixels.equals(before.pixels)).toBe(true);
  // Pictures taken before a failure can still be shown.
  expect(await before.asPng()).toEqual(await after.asPng());
});
