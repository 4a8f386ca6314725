import { expect, onTestFinished, test } from 'vitest';
import { startVerifier } from '../../src/node/verifier.ts';

const svgOf = (body: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">${body}</svg>`;
const SQUARE = svgOf('<path d="M0 0h8v8H0z"/>');
const HALF = svgOf('<path d="M0 0h4v8H0z"/>');

const pairOf = (before: string, after: string, sides: readonly number[] = [16]) => ({
  ...{ before, after, sides, isWide: true, hasText: false },
});

test.each([
  ['a thread of its own', () => startVerifier()],
  [
    'this thread, where the other cannot start',
    () => startVerifier(new URL('missing.js', import.meta.url)),
  ],
])('compares pictures on %s', async (_, start) => {
  const verifier = start();
  onTestFinished(verifier.close);
  const pairs = [
    pairOf(SQUARE, SQUARE),
    pairOf(SQUARE, HALF, [16, 32]),
    pairOf('<svg', SQUARE),
    pairOf(SQUARE, '<svg'),
    ...Array.from({ length: 20 }, () => pairOf(HALF, HALF)),
  ];
  expect(await Promise.all(pairs.map(verifier.compare))).toEqual([
    [0],
    [0.5, 0.5],
    { failed: 'before', problem: 'invalid' },
    { failed: 'after', problem: 'invalid' },
    ...Array.from({ length: 20 }, () => [0]),
  ]);
  expect(await verifier.compare(pairOf(SQUARE, SQUARE))).toEqual([0]);
});

test.each([
  ['a thread of its own', () => startVerifier()],
  [
    'this thread, where the other cannot start',
    () => startVerifier(new URL('missing.js', import.meta.url)),
  ],
])('compares geometry on %s', async (_, start) => {
  const verifier = start();
  onTestFinished(verifier.close);
  const geometryOf = (before: string, after: string) => ({
    ...{ before, after, sides: [16], isWide: true },
  });
  const respelled = svgOf('<path d="M0,0H8V8H0Z"/>');
  const results = [
    verifier.hasSameGeometry(geometryOf(SQUARE, respelled), 0.01),
    verifier.hasSameGeometry(geometryOf(SQUARE, HALF), 0.01),
    verifier.compare(pairOf(SQUARE, HALF)),
  ];
  expect(await Promise.all(results)).toEqual([true, false, [0.5]]);
});

test('answers what it was asked before it was closed', async () => {
  const verifier = startVerifier();
  const answer = verifier.compare(pairOf(SQUARE, HALF));
  verifier.close();
  expect(await answer).toEqual([0.5]);
});
