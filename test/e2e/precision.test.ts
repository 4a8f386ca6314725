import { expect, test } from 'vitest';
import { pathDigits } from '../../src/icon/precision/digits.ts';
import { testBuild } from './test-build.ts';

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M2.013 2.011 21.987 4.012 12.004 21.998z"/></svg>';

test('a build chooses the digits of each icon, and again when the option changes', async () => {
  const files = { 'icons/a.svg': SVG };
  const usual = await testBuild({ files, config: {} });
  const auto = await testBuild({ files, config: { precision: 'auto' } });
  const two = await testBuild({ files, config: { precision: 2 } });
  const digits = [usual, auto, two].map(({ tree }) => pathDigits(tree['sprite.svg'] ?? ''));
  expect(digits).toEqual([3, 0, 2]);
});
