import { describe, expect, test } from 'vitest';
import { computeLayout, indexAfterKey, visibleRows } from '../../src/catalog/grid-layout.ts';
import { cellRatio, sizeInCell } from '../../src/catalog/icon-size.ts';

describe('the layout', () => {
  const room = { count: 100, width: 1040, size: 24, ratio: 1 };

  test('has as many columns as there is room for, and rows for all icons', () => {
    expect(computeLayout(room)).toMatchObject({ columns: 10, rows: 10, cellWidth: 104 });
    expect(computeLayout({ ...room, count: 101, width: 360 })).toMatchObject({
      columns: 4,
      rows: 26,
    });
  });

  test('has one column where there is room for none', () => {
    expect(computeLayout({ ...room, count: 3, width: 10, size: 64 })).toMatchObject({
      columns: 1,
      rows: 3,
    });
  });

  test('is denser for small icons than for large ones', () => {
    const layouts = [16, 20, 24, 32, 48, 64].map((size) => computeLayout({ ...room, size }));
    const [columns, heights] = [
      layouts.map((each) => each.columns),
      layouts.map((each) => each.rowHeight),
    ];
    expect(columns).toEqual([...columns].sort((a, b) => b - a));
    expect(heights).toEqual([...heights].sort((a, b) => a - b));
    expect(columns[0]).toBeGreaterThan(columns[5] ?? 0);
  });

  test('gives width to wide icons', () => {
    const layout = computeLayout({ ...room, size: 64, ratio: 3 });
    expect(layout.contentWidth).toBeGreaterThan(64 * 3);
    expect(layout.columns).toBe(4);
  });
});

describe('an icon in its cell', () => {
  test('has the height that was chosen, and its own ratio', () => {
    expect(sizeInCell({ width: 24, height: 24 }, 32, 90)).toEqual({ width: 32, height: 32 });
    expect(sizeInCell({ width: 640, height: 480 }, 24, 90)).toEqual({ width: 32, height: 24 });
    expect(sizeInCell({ width: 12, height: 24 }, 24, 90)).toEqual({ width: 12, height: 24 });
  });

  test('is not wider than the cell', () => {
    expect(sizeInCell({ width: 512, height: 128 }, 24, 80)).toEqual({ width: 80, height: 20 });
  });

  test('is square if its size is unknown', () => {
    expect(sizeInCell({ width: 0, height: 0 }, 24, 80)).toEqual({ width: 24, height: 24 });
  });
});

describe('the ratio of cells', () => {
  const icons = (wide: number, square: number) => [
    ...Array.from({ length: wide }, () => ({ width: 512, height: 128 })),
    ...Array.from({ length: square }, () => ({ width: 24, height: 24 })),
  ];

  test('follows sets with many wide icons, and no few', () => {
    expect(cellRatio(icons(1, 9))).toBe(1);
    expect(cellRatio(icons(4, 6))).toBe(3);
    expect(cellRatio([])).toBe(1);
  });

  test('is that of flags for flags', () => {
    expect(cellRatio([{ width: 640, height: 480 }])).toBeCloseTo(4 / 3);
  });
});

describe('rows in sight', () => {
  const layout = { columns: 10, rows: 600, rowHeight: 100 };

  test('are those on the screen and a few around', () => {
    expect(visibleRows(layout, 0, 800)).toEqual([0, 11]);
    expect(visibleRows(layout, 30_000, 800)).toEqual([297, 311]);
  });

  test('end with the last row, also where the page was scrolled beyond it', () => {
    expect(visibleRows(layout, 59_900, 800)).toEqual([596, 600]);
    expect(visibleRows({ ...layout, rows: 2 }, 59_900, 800)).toEqual([2, 2]);
  });
});

describe('keys', () => {
  const usual = { count: 25, columns: 10, page: 1, isRtl: false, isWholeGrid: false };

  test.each([
    ['ArrowRight', 9, 10],
    ['ArrowLeft', 10, 9],
    ['ArrowLeft', 0, 0],
    ['ArrowRight', 24, 24],
    ['ArrowDown', 3, 13],
    ['ArrowDown', 18, 18],
    ['ArrowUp', 13, 3],
    ['ArrowUp', 3, 3],
    ['Home', 13, 10],
    ['End', 13, 19],
    ['End', 21, 24],
    ['PageDown', 3, 13],
    ['PageUp', 3, 3],
  ])('%s leads from %d to %d', (key, from, to) => {
    expect(indexAfterKey(key, from, usual)).toBe(to);
  });

  test('Home and End with Control lead to the first and the last', () => {
    expect(indexAfterKey('Home', 13, { ...usual, isWholeGrid: true })).toBe(0);
    expect(indexAfterKey('End', 13, { ...usual, isWholeGrid: true })).toBe(24);
  });

  test('arrows follow the direction of the icons', () => {
    expect(indexAfterKey('ArrowLeft', 3, { ...usual, isRtl: true })).toBe(4);
  });

  test('others lead nowhere', () => {
    expect(indexAfterKey('a', 3, usual)).toBeUndefined();
  });
});
