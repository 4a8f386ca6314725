import { describe, expect, test } from 'vitest';
import { symbolToSvg } from '../../src/core/symbol.ts';
import { largestStep, pathDigits, zoomedSides } from '../../src/icon/precision/digits.ts';
import { gridSteps, roundedTo } from '../../src/icon/precision/grid.ts';
import { settleIcon } from '../../src/icon/precision/round-icon.ts';
import { roundPathData } from '../../src/icon/precision/round-path.ts';
import { transformPrecise } from '../../src/icon/precision/transform-precise.ts';
import { type TransformOptions, tryTransformIcon } from '../../src/icon/transform.ts';
import { transformVerified } from '../../src/icon/verify/verify-icon.ts';

const VERIFICATION = { sides: [64], tolerance: 0.0005, isStrict: false };

function svgOf(body: string, attributes = 'viewBox="0 0 24 24"'): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${body}</svg>`;
}

/** Transforms with `precision: 'auto'`. */
async function precise(svg: string, options: Partial<TransformOptions> = {}) {
  const { value, diagnostics } = await transformPrecise({
    svg,
    options: { id: 'a', portable: false, ...options },
    verification: VERIFICATION,
  });
  if (!value) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return value;
}

describe('grid', () => {
  test('steps are 1, 2 and 5 times powers of ten, coarsest first', () => {
    expect(gridSteps(0.125, 2)).toEqual([0.1, 0.05, 0.02, 0.01]);
    expect(gridSteps(1.4, 1)).toEqual([1, 0.5, 0.2, 0.1]);
    expect(gridSteps(0.001, 2)).toEqual([]);
  });

  test('rounding leaves no error of binary fractions', () => {
    expect(roundedTo(0.32, 0.05)).toBe(0.3);
    expect(roundedTo(-7.07, 0.1)).toBe(-7.1);
    expect(roundedTo(1238, 5)).toBe(1240);
  });
});

describe('largest step', () => {
  const stepOf = (side: number, width = side) =>
    largestStep({ viewBox: `0 0 ${side} ${side}`, width, height: width });

  test('moves a coordinate by at most half a pixel at eight times the size', () => {
    expect(stepOf(24)).toBe(1 / 8);
    expect(stepOf(1, 24)).toBe(1 / 192);
    expect(stepOf(512)).toBeCloseTo(512 / 384);
  });

  test('sizes that nobody shows icons at do not count', () => {
    expect(zoomedSides({ width: 1, height: 1 })).toEqual({ even: 192, uneven: 117 });
    expect(zoomedSides({ width: 2048, height: 8 })).toEqual({ even: 384, uneven: 235 });
  });
});

describe('path data', () => {
  const round = (d: string, step = 0.1) => roundPathData(d, { step, maxDigits: 2 });

  test.each([
    [
      'relative commands do not add up errors',
      'm0 0 .04 0 .04 0 .04 0 .04 0',
      'M0 0L0.04 0L0.1 0L0.14 0L0.2 0',
    ],
    ['curves', 'M0 0c1.11 2.22 3.33 4.44 5.56 6.66', 'M0 0C1.1 2.2 3.3 4.4 5.6 6.7'],
    ['smooth curves stay smooth', 'M0 0c0 1 1 2.02 2 2.02s2 1 2 2', 'M0 0C0 1 1 2 2 2S4 3 4 4'],
    ['dots stay', 'M12 8h.01', 'M12 8L12.01 8'],
    ['subpaths', 'M1.11 1.11h2zm4.44 4v1', 'M1.1 1.1L3.1 1.1ZM5.6 5.1L5.6 6.1'],
    ['a radius that hardly changes the arc', 'M0 0a9.96 9.96 0 0 1 2 2', 'M0 0A10 10 0 0 1 2 2'],
  ])('%s', (_, before, after) => {
    expect(round(before)).toBe(after);
  });

  test('the height of half a circle stays, whose radius is half of the chord', () => {
    expect(round('M0 0a1.41 1.41 0 0 1 2.82 0')).toBe('M0 0A1 1 0 0 1 2.8 0');
  });
});

/** A shape that hides one trap, and the digits that it needs. */
const TRAPS: readonly (readonly [trap: string, svg: string, digits: number])[] = [
  ['whole numbers', svgOf('<path d="M2 2h20v20H2z"/>'), 0],
  ['an oblique shape', svgOf('<path d="M2.013 2.011 21.987 4.012 12.004 21.998z"/>'), 0],
  [
    'a group that enlarges its content',
    svgOf(
      '<linearGradient id="g"><stop/></linearGradient><path fill="url(#g)" transform="scale(40)" d="M.0512.0513.5487.0521.3011.5489z"/>',
    ),
    4,
  ],
  [
    'a viewBox of one unit',
    svgOf('<path d="M.0842.0837.9158.1672.5001.9166z"/>', 'viewBox="0 0 1 1"'),
    3,
  ],
  [
    'a viewBox of 512 units',
    svgOf('<path d="M42.31,42.87 469.69,85.64 256.58,470.05z"/>', 'viewBox="0 0 512 512"'),
    1,
  ],
  [
    'a cubic curve that svgo writes as a quadratic one',
    svgOf('<path d="M2 2c6.67 0 13.33 3.33 20.01 10L2.013 21.99Z"/>'),
    1,
  ],
  [
    'an animation, whose later pictures are unknown',
    svgOf(
      '<path d="M2.013 2.011 21.987 4.012 12.004 21.998z"><animate attributeName="opacity" values="1;0" dur="1s"/></path>',
    ),
    3,
  ],
];

describe('choice', () => {
  test.each(TRAPS)('%s', async (_, svg, digits) => {
    const { facts } = await precise(svg);
    expect(facts.precision?.digits).toBe(digits);
  });

  test('a seam between shapes keeps the digits that close it', async () => {
    const svg = svgOf(
      '<path fill="#111" d="M2 2h10.333L11.667 22H2z"/><path fill="#111" d="M12.333 2H22v20H11.667z"/>',
    );
    const { plainSymbol } = await precise(svg);
    expect(plainSymbol).not.toContain('.333');
  });

  test('opacities and transforms are not rounded', async () => {
    const body =
      '<path opacity=".625" transform="rotate(12.5)" fill="url(#g)" d="M7.013 2.011 21.987 4.012 12.004 16.998z"/><linearGradient id="g" x1=".123" x2=".456"><stop offset=".333"/><stop offset=".777" stop-color="red"/></linearGradient>';
    const { plainSymbol } = await precise(svgOf(body));
    for (const value of ['.625', '.123', '.456', '.333', '.777'])
      expect(plainSymbol).toContain(value);
  });

  test('the number of svgo.floatPrecision is the maximum', async () => {
    const svg = svgOf('<path d="M2.0131 2.0112 21.9873 4.0124 12.0045 21.9986z"/>');
    const { facts } = await precise(svg, { svgo: { floatPrecision: 4 } });
    expect(facts.precision?.digits).toBeLessThan(4);
  });

  test('what it saves is counted against three digits', async () => {
    const svg = svgOf('<path d="M2.013 2.011 21.987 4.012 12.004 21.998z"/>');
    const usual = await transformVerified(svg, { id: 'a', portable: false }, VERIFICATION);
    const { symbol, facts } = await precise(svg);
    expect(facts.precision?.saved).toBe((usual.value?.symbol.length ?? 0) - symbol.length);
    expect(facts.precision?.saved).toBeGreaterThan(0);
  });

  test('without verification it still compares pictures', async () => {
    const svg = svgOf('<path d="M2.013 2.011 21.987 4.012 12.004 21.998z"/>');
    const options = { id: 'a', portable: false };
    const { value } = await transformPrecise({ svg, options, verification: false });
    expect(value?.symbol).toBe((await precise(svg)).symbol);
  });

  test('without a renderer nothing is rounded', async () => {
    const svg = svgOf('<path d="M2.013 2.011 21.987 4.012 12.004 21.998z"/>');
    const { value } = await transformPrecise({
      svg,
      options: { id: 'a' },
      verification: false,
      compare: async () => ({ failed: 'before', problem: 'unavailable' }),
    });
    expect(pathDigits(value?.plainSymbol ?? '')).toBe(3);
  });
});

test.each(TRAPS)('built again, it stays: %s', async (_, svg) => {
  const first = await precise(svg);
  const again = await precise(symbolToSvg(first.plainSymbol, 'a', first.source.sizeAttributes));
  expect(again.symbol).toBe(first.symbol);
});

test('an icon that merges touching paths only when it is built again is built until it stays', async () => {
  const options = { id: 'a', portable: false };
  const svg = svgOf(
    '<path d="M15.99 12.2A3.5 3.5 0 1 0 8 11.8L7.01 11.75"/><path d="M16.99 12.26L15.99 12.2A3.5 3.5 0 1 1 8 11.8"/>',
    'viewBox="0 0 24 24" fill="none" stroke="#000" stroke-width="2"',
  );
  const { value: icon } = await tryTransformIcon(svg, options);
  if (!icon) throw new Error('Not transformed.');
  const settled = await settleIcon(icon, options);
  expect(settled?.plainSymbol.match(/<path/g)).toHaveLength(1);
  expect(settled && (await settleIcon(settled, options))).toBe(settled);
});
