import { expect, test } from 'vitest';
import { emitSvg, splicedSvg } from '../../src/emit/svg.ts';
import { iconOf, spriteOf } from './icons.ts';

const symbolOf = (name: string, d: string) => `<symbol id="${name}"><path d="${d}"/></symbol>`;
const NAMES = ['a', 'b', 'c', 'd'];

/** A sprite whose icons have the paths given. */
function spriteWith(...paths: readonly string[]) {
  return spriteOf(
    ...paths.map((d, index) => ({
      ...iconOf(NAMES[index] as string),
      symbol: symbolOf(NAMES[index] as string, d),
    })),
  );
}

const bytesOf = (sprite: ReturnType<typeof spriteWith>) => Buffer.from(emitSvg(sprite).contents);

test.each([
  ['nothing', ['M0 0', 'M1 1', 'M2 2']],
  ['the first', ['M0 0h9', 'M1 1', 'M2 2']],
  ['the last, to less', ['M0 0', 'M1 1', 'M2']],
  ['all, to more bytes than letters', ['é', 'éé', 'ééé']],
])('is what is emitted where %s changed', (_, paths) => {
  const before = spriteWith('M0 0', 'M1 1', 'M2 2');
  const after = spriteWith(...paths);
  const spliced = splicedSvg(after, { icons: before.icons, bytes: bytesOf(before) });
  expect(Buffer.from(spliced ?? []).toString()).toBe(emitSvg(after).contents);
});

test('is none where icons came, or where the bytes are of something else', () => {
  const before = spriteWith('M0 0', 'M1 1');
  const { icons } = before;
  expect(splicedSvg(spriteWith('M0 0', 'M1 1', 'M2'), { icons, bytes: bytesOf(before) })).toBe(
    undefined,
  );
  const other = bytesOf(spriteWith('M0 0', 'M1 1h2'));
  expect(splicedSvg(spriteWith('M0 0', 'M1'), { icons, bytes: other })).toBe(undefined);
});
