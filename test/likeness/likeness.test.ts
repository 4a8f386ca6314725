import { expect, test } from 'vitest';
import { computeFeatureVector, visualDistance } from '../../src/catalog/visual-similarity.ts';
import { coverageOfDrawing } from './sketches.ts';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">';
const LINES = 'fill="none" stroke="#000" stroke-width="2"';
const house = (attributes: string) =>
  `${SVG}<path ${attributes} d="M3 12L12 3l9 9M5 10v11h14V10"/></svg>`;
const circle = `${SVG}<circle ${LINES} cx="12" cy="12" r="9"/></svg>`;

async function look(svg: string) {
  return computeFeatureVector(await coverageOfDrawing(svg));
}

async function between(a: string, b: string) {
  return visualDistance(await look(a), await look(b));
}

test('a picture is the same as itself', async () => {
  expect(await between(house(LINES), house(LINES))).toBe(0);
});

test('place and size do not count', async () => {
  const small = house(
    `${LINES} transform="translate(8 2) scale(.5)" vector-effect="non-scaling-stroke"`,
  );
  expect(await between(house(LINES), small)).toBeLessThan(0.3);
});

test('the width of the lines hardly counts', async () => {
  const thin = house('fill="none" stroke="#000" stroke-width="1"');
  expect(await between(house(LINES), thin)).toBeLessThan(0.3);
});

test('an outline and the same shape filled are closer than two outlines', async () => {
  const filled = `${SVG}<circle cx="12" cy="12" r="10"/></svg>`;
  expect(await between(circle, filled)).toBeLessThan(await between(circle, house(LINES)));
});

test('distance is the same both ways and never above 1', async () => {
  const [a, b] = [await look(house(LINES)), await look(circle)];
  expect(visualDistance(a, b)).toBe(visualDistance(b, a));
  expect(visualDistance(a, b)).toBeGreaterThan(0.3);
  expect(visualDistance(a, b)).toBeLessThanOrEqual(1);
});

test('edges that run across each other have nothing in common', async () => {
  const [flat, upright] = ['M3 12h18', 'M12 3v18'].map(
    (d) => `${SVG}<path ${LINES} d="${d}"/></svg>`,
  );
  expect(await between(flat ?? '', upright ?? '')).toBeGreaterThan(0.8);
});

test('an empty picture is all zeros, like other empty ones and unlike all else', async () => {
  const empty = `${SVG}</svg>`;
  expect(new Set(await look(empty))).toEqual(new Set([0]));
  expect(await between(empty, empty)).toBe(0);
  expect(await between(empty, circle)).toBe(1);
});

test('pictures of any side can be held against each other', () => {
  const square = (side: number, from: number, to: number) => ({
    side,
    values: Uint8Array.from({ length: side * side }, (_, i) => {
      const [x, y] = [i % side, Math.floor(i / side)];
      return x >= from && x < to && y >= from && y < to ? 255 : 0;
    }),
  });
  expect(
    visualDistance(
      computeFeatureVector(square(16, 2, 14)),
      computeFeatureVector(square(200, 50, 80)),
    ),
  ).toBeLessThan(0.1);
  expect([...computeFeatureVector(square(1, 0, 1))].some((value) => value > 0)).toBe(true);
});
/** Changes with each change of how likeness is worked out, and with nothing else. */
const SUM = 288_441;

test('the numbers are those that every engine works out', () => {
  const side = 40;
  const values = Uint8Array.from({ length: side * side }, (_, i) => {
    const [x, y] = [i % side, Math.floor(i / side)];
    return Math.abs((x - 17) ** 2 + (y - 22) ** 2 - 150) < 40 || (x > 20 && x - y < 5) ? 255 : x;
  });
  const likeness = computeFeatureVector({ side, values });
  expect(likeness.reduce((before, value) => (before * 31 + value) % 1_000_003, 7)).toBe(SUM);
});
