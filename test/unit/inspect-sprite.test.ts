import { expect, test } from 'vitest';
import { inspectSprite } from '../../src/sprite/inspect.ts';
import { iconOf, spriteOf } from './icons.ts';

test.each([
  ['symbol', 301, []],
  ['image', 300, []],
  ['image', 301, ['many-images']],
] as const)('a sprite of the form %s with %i icons is told of: %j', (form, count, expected) => {
  const icons = Array.from({ length: count }, (_, n) => iconOf(`icon-${n}`, { facts: { form } }));
  expect(inspectSprite(spriteOf(...icons)).map(({ code }) => code)).toEqual(expected);
});
