import { describe, expect, test } from 'vitest';
import { computeLayout, indexAfterKey, visibleRows } from '../../src/catalog/grid-layout.ts';

describe('the layout', () => {
  test('has as many columns as there is room for, and rows for all icons', () => {
    expect(computeLayout(100, 1040, 24)).toEqual({ columns: 10, rows: 10, rowHeight: 100 });
    expect(computeLayout(101, 360, 24)).toMatchObject({ columns: 4, rows: 26 });
  });

  test('has one column where there is room for none', () => {
    expect(computeLayout(3, 10, 64)).toMatchObject({ columns: 1, rows: 3 });
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
