import { describe, expect, test } from 'vitest';
import { readPath, strictPathData, validPathData } from '../../src/svg/path-data.ts';
import { isSimplePath } from '../../src/svg/scan-path.ts';

describe('path data that browsers draw', () => {
  test.each([
    ...['M0 0h1', ' \nM0 0h1\n', 'm1 1a1 1 0 011 1', 'm1 1a1 1 0,0,11 1h1', 'm1 1 a1 1 0 00.5.5'],
    ...['M0 0h1,2', 'M1 1zh2', 'M0 0zz', 'M1.5.5.5.5', 'M5 5', ''],
    ...['M0 0 1 1 2 2', 'm0-1-2-3', 'M0 0H1E1', 'M0 0a-1 -1 0 0 1 1 1'],
  ])('%j stays as it is', (d) => {
    expect(validPathData(d)).toBe(d);
  });

  test.each([
    ['M0', ''],
    ['L1 1', ''],
    ['z', ''],
    ['none', ''],
    ['M,0 0h1', ''],
    ['M0 0 L', 'M0 0'],
    ['M0 0 1', 'M0 0'],
    ['M0 0,,1 1', 'M0 0'],
    ['M0 0 L,1 1', 'M0 0'],
    ['M0 0h1,', 'M0 0h1'],
    ['M0 0h1x', 'M0 0h1'],
    ['M0 0h1;v2', 'M0 0h1'],
    ['M0 0h1.e1', 'M0 0'],
    ['M0 0h1e-', 'M0 0'],
    ['M1 1z2 3', 'M1 1z'],
    ['M1 1z,h1', 'M1 1z'],
    ['M1 1 L2 2e', 'M1 1 L2 2'],
    ['m1 1a1 1 0 2 1 1 1', 'm1 1'],
    ['M0 0 C1 1 2 2 3 3 4', 'M0 0 C1 1 2 2 3 3'],
    ['M0 0\u00a0L1 1', 'M0 0'],
    ['M0 0\vL1 1', 'M0 0'],
    ['M0 0 1e999 1h3', 'M0 0'],
    ['M1 1h2<script>', 'M1 1h2'],
    ['M4 4h16,v16', 'M4 4h16v16'],
    ['M0 0,L1 1', 'M0 0L1 1'],
    ['M0 0h 1 , v 2', 'M0 0h 1  v 2'],
    ['M4 4h16v16,z M0 0h8v2z', 'M4 4h16v16z M0 0h8v2z'],
    ['M0 0a1 1 0 0 1 2 2,h1,v1e0,', 'M0 0a1 1 0 0 1 2 2h1v1e0'],
    ['M0 0h1,x', 'M0 0h1'],
    ['M0 0h1,v2,v', 'M0 0h1v2'],
  ])('%j is drawn as %j', (d, drawn) => {
    expect(validPathData(d)).toBe(drawn);
    expect(validPathData(drawn)).toBe(drawn);
  });
});

describe('path data of CSS', () => {
  test.each([
    ['M0 0h1', 'M0 0h1'],
    [' M0 0h1 ', ' M0 0h1 '],
    ['M4 4h16,v16', 'M4 4h16v16'],
    ['M0 0h1,', undefined],
    ['M0 0h1 v', undefined],
    ['M1 1z,h1', undefined],
    ['draft', undefined],
    ['', ''],
  ])('%j is %j', (text, whole) => {
    expect(strictPathData(text)).toBe(whole);
  });
});

describe('path data that one walk knows', () => {
  const seeds = [
    'M0 0h1,2',
    'm-1.5.5,3 4z',
    'M1 2 L3 4,z l+5,6 z',
    'm1 1a1 1 0 00.5.5 2 2 0 1,1 3 3',
  ];
  const inserted = [...',.-+ \n\f\v01e;mMzZhaxc@[', '\u00a0', '1'.repeat(40), '.5', 'e5'];

  test.each(seeds)(
    '%j, with any character more or less, is what parsing leaves as it is',
    (seed) => {
      const places = [...seed, ''].map((_, at) => at);
      const all = places.flatMap((at) => [
        seed.slice(0, at) + seed.slice(at + 1),
        ...inserted.map((text) => seed.slice(0, at) + text + seed.slice(at)),
        ...inserted.map((text) => seed.slice(0, at) + text + seed.slice(at + 1)),
      ]);
      // An exponent takes parsing.
      const isWhole = (d: string) => validPathData(`M1e0 1e0${d}`) === `M1e0 1e0${d}`;
      const isRead = (d: string) => /^\s*m/i.test(d) && isWhole(d);
      expect(all.filter((d) => isSimplePath(d) && !isRead(d))).toEqual([]);
      expect(all.filter((d) => !isSimplePath(d) && isRead(d) && !/e|1{40}/.test(d))).toEqual([]);
    },
  );
});

test('numbers know where they stand', () => {
  const d = 'M1 2a3 4 5 016.5.75';
  const numbers = readPath(d).flatMap((subpath) => [
    ...subpath.numbers,
    ...subpath.segments.flatMap((segment) => segment.numbers),
  ]);
  expect(numbers.map(({ start, end }) => d.slice(start, end))).toEqual(
    '1 2 3 4 5 0 1 6.5 .75'.split(' '),
  );
});
