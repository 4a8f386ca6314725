import { describe, expect, test } from 'vitest';
import { readPath } from '../../src/svg/path-data.ts';
import { spellPath } from '../../src/svg/spell-path.ts';

describe('spells path data for compression:', () => {
  test.each([
    ['starts absolute', 'm5 8 7 7 7-7', 'M5 8l7 7 7-7'],
    ['later subpaths, too', 'M4 4h2m6 0v3', 'M4 4h2M12 4v3'],
    ['a start after a closed subpath', 'M2 2h4v4zm10 1v2z', 'M2 2h4v4zM12 3v2z'],
    ['continues relative', 'M4 4L20 5 20 20z', 'M4 4l16 1 0 15z'],
    ['keeps a shorter H or V', 'M14 4h-4V3H2v2V20', 'M14 4h-4V3H2v2 15'],
    ['lines after a start', 'M4 4 6 8', 'M4 4l2 4'],
    ['curves', 'M8 8C6 6 7 5 9 9S5 5 7 7', 'M8 8c-2-2-1-3 1 1s-4-4-2-2'],
    ['arcs', 'M12 2A9 9 0 0 1 21 11', 'M12 2a9 9 0 0 1 9 9'],
    ['flags without spaces', 'M12 2A9 9 0 0121 11', 'M12 2a9 9 0 0 1 9 9'],
    ['keeps an end that is much shorter', 'M1.234 5.678 8 8', 'M1.234 5.678 8 8'],
    ['keeps points beside fractions', 'M.5.5l.25-.25.5.5', 'M.5.5l.25-.25.5.5'],
    ['separates a number from a whole one', 'm1 1 2 2 .5.5', 'M1 1l2 2 .5.5'],
    ['adds decimals exactly', 'm.1.1v1m.2-.9v3', 'M.1.1v1M.3.2v3'],
    ['leaves a broken path', 'M4 4h16V', 'M4 4h16V'],
    ['leaves exponents', 'm1e3 5 2 2', 'm1e3 5 2 2'],
    [
      'leaves numbers with more digits than it adds exactly',
      'm1.1234567 2 3 4',
      'm1.1234567 2 3 4',
    ],
    ['leaves coordinates that are too large', 'm1234567890123 2 3 4', 'm1234567890123 2 3 4'],
    ['leaves a line back to the start', 'm4 4 2 2 0 2-2-4z', 'm4 4 2 2 0 2-2-4z'],
    ['leaves nothing', '', ''],
  ])('%s', (_, path, spelled) => {
    expect(spellPath(path)).toBe(spelled);
    expect(spellPath(spelled)).toBe(spelled);
  });
});

test('keeps every coordinate of random paths', () => {
  let seed = 7;
  const random = (limit: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % limit;
  };
  const number = () => String((random(60_000) - 20_000) / 1000);
  const counts = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, Z: 0 };
  const letters = Object.keys(counts) as (keyof typeof counts)[];
  for (let run = 0; run < 300; run++) {
    let path = `m${number()} ${number()}`;
    for (let step = 0; step < 12; step++) {
      const letter = letters[random(letters.length)] ?? 'Z';
      const values = Array.from({ length: counts[letter] }, number).join(' ');
      path += (random(2) === 0 ? letter : letter.toLowerCase()) + values;
    }
    path += `a${random(9) + 1} 2 0 ${random(2)} ${random(2)} ${number()} ${number()}`;
    expect(pointsOf(spellPath(path)), path).toEqual(pointsOf(path));
  }
});

/** Subpaths in absolute coordinates, rounded to more digits than a path has. */
function pointsOf(d: string): unknown {
  const rounded = ([x, y]: readonly [number, number]) => [x.toFixed(6), y.toFixed(6)].map(Number);
  return readPath(d).map(({ start, segments, isClosed }) => ({
    start: rounded(start),
    isClosed,
    segments: segments.map(({ command, to, handles, radii }) => {
      return [command, rounded(to), handles.map(rounded), radii];
    }),
  }));
}
