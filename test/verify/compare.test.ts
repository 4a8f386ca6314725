import { describe, expect, test } from 'vitest';
import { COMPARE_SIDE, compareImages, isDifferent } from '../../src/verify/compare.ts';
import { differenceImage } from '../../src/verify/difference.ts';
import type { OpaqueImage } from '../../src/verify/image.ts';
import { inkColor } from '../../src/verify/ink-color.ts';
import { BACKGROUNDS } from '../../src/verify/model.ts';
import { BLACK, box, over, paint, type Rgb, WHITE } from './pictures.ts';

const differs = (a: OpaqueImage, b: OpaqueImage) => isDifferent(compareImages(a, b), COMPARE_SIDE);

describe('what a person sees is a difference', () => {
  const plain = box(16, 16, 32);
  test.each<[string, OpaqueImage]>([
    ['nothing drawn', paint(64, 64, () => WHITE)],
    ['another color', box(16, 16, 32, [0, 102, 204])],
    ['an area that is 3 % lighter', box(16, 16, 32, [8, 8, 8])],
    ['a shift by a quarter pixel', box(16.25, 16.25, 32)],
    ['a dot that is missing', withDot(plain, 56, 56, 3)],
    ['a hairline that is missing', withLine(plain, 8)],
    ['a larger shape', box(15, 15, 34)],
  ])('%s', (_, other) => {
    expect(differs(plain, other)).toBe(true);
  });

  test('a gradient in the other direction', () => {
    const gradient = (value: (x: number) => number) =>
      paint(64, 64, (x) => [value(x), 90, 255 - value(x)]);
    expect(
      differs(
        gradient((x) => x * 4),
        gradient((x) => 252 - x * 4),
      ),
    ).toBe(true);
  });
});

describe('what rounding and smoothing do is none', () => {
  const plain = box(16, 16, 32);
  test.each<[string, OpaqueImage]>([
    ['the same', box(16, 16, 32)],
    ['an edge that lies a twentieth of a pixel beside', box(16.05, 16, 32)],
    ['colors that are rounded', box(16, 16, 32, [2, 1, 0])],
    ['a corner that is smoothed otherwise', withDot(plain, 15, 15, 1, [140, 140, 140])],
  ])('%s', (_, other) => {
    expect(differs(plain, other)).toBe(false);
  });
});

test('a color that is rounded in a picture of little contrast is none', () => {
  const pale = (blue: number) =>
    paint(64, 64, (x, y) =>
      x > 8 && x < 56 && y > 8 && y < 56 ? [232, 231, blue] : [209, 216, 240],
    );
  expect(differs(pale(231), pale(230))).toBe(false);
});

test('the limits grow with the side', () => {
  const distance = { count: 20, share: 0.005, shift: 0.2 };
  expect(isDifferent(distance, 64)).toBe(true);
  expect(isDifferent(distance, 256)).toBe(false);
});

test('the picture of the difference marks the pixels that differ, and no others', () => {
  const { pixels } = differenceImage(box(16, 16, 32), box(16, 16, 32, [204, 51, 0]));
  const at = (x: number, y: number) => [...pixels.subarray((y * 64 + x) * 4, (y * 64 + x) * 4 + 3)];
  expect(at(30, 30)).toEqual([214, 31, 38]);
  expect(at(2, 2)).toEqual([255, 255, 255]);
});

describe('the color in which an icon is drawn', () => {
  const [white, strong] = [rgbOf(BACKGROUNDS.white), rgbOf(BACKGROUNDS.color)];
  const views = (draw: (background: Rgb) => OpaqueImage) => ({
    white: draw(white),
    color: draw(strong),
  });

  test.each<[string, Rgb]>([
    ['rgb(0 0 0)', BLACK],
    ['rgb(204 51 0)', [204, 51, 0]],
    ['rgb(255 255 255)', WHITE],
    ['rgb(209 63 157)', strong],
  ])('%s', (expected, ink) => {
    expect(inkColor(views((background) => box(16.5, 16.5, 20, ink, background)))).toBe(expected);
  });

  test('is seen through opacity', () => {
    const half = inkColor(
      views((background) => paint(64, 64, () => over([0, 102, 204], background, 0.5))),
    );
    const [r, g, b] = (half ?? '').match(/\d+/g)?.map(Number) ?? [];
    expect([Math.abs((r ?? 99) - 0), Math.abs((g ?? 0) - 102), Math.abs((b ?? 0) - 204)]).toEqual([
      expect.closeTo(0, -1),
      expect.closeTo(0, -1),
      expect.closeTo(0, -1),
    ]);
  });

  test('is none where there are several, or nothing', () => {
    const two = views((background) =>
      paint(64, 64, (x) => (x < 20 ? BLACK : x < 40 ? [204, 51, 0] : background)),
    );
    expect(inkColor(two)).toBeUndefined();
    expect(inkColor(views((background) => paint(64, 64, () => background)))).toBeUndefined();
  });
});

function withDot({ pixels }: OpaqueImage, left: number, top: number, side: number, color = BLACK) {
  return paint(64, 64, (x, y) => {
    const isIn = x >= left && x < left + side && y >= top && y < top + side;
    const at = (y * 64 + x) * 4;
    return isIn ? color : ([...pixels.subarray(at, at + 3)] as unknown as Rgb);
  });
}

function withLine({ pixels }: OpaqueImage, row: number) {
  return paint(64, 64, (x, y) => {
    const at = (y * 64 + x) * 4;
    return y === row ? [120, 120, 120] : ([...pixels.subarray(at, at + 3)] as unknown as Rgb);
  });
}

function rgbOf(hex: string): Rgb {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;
}
