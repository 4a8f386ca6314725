import { describe, expect, test } from 'vitest';
import { formatNumber, parseNumber, parseNumberList } from '../../src/svg/numbers.ts';

describe('a number', () => {
  test.each([
    ['0', 0],
    ['-1', -1],
    ['+1', 1],
    ['.5', 0.5],
    ['-.5', -0.5],
    [' 12.25\n', 12.25],
    ['1e3', 1000],
    ['1E-2', 0.01],
    ['1e+2', 100],
  ])('%j is %d', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  test.each([
    ...['', ' ', '1.', '.', '1e', '1e-', '1px', '1 2', '1,', '--1', '+-1', '0x10', 'NaN', '1..5'],
    ...['Infinity', '1e999', '1e39', '1\u00a0', '1\v', '1_000'],
  ])('%j is none', (text) => {
    expect(parseNumber(text)).toBeUndefined();
  });
});

describe('a list', () => {
  test.each([
    ['', []],
    [' ', []],
    ['1 2', [1, 2]],
    ['1,2', [1, 2]],
    ['1 , 2', [1, 2]],
    ['1\t\n\f\r2', [1, 2]],
    ['-417.7-527.8', [-417.7, -527.8]],
    ['1.5.5', [1.5, 0.5]],
    ['1-.5+2', [1, -0.5, 2]],
    ['1e2-3', [100, -3]],
  ])('%j is %j', (text, numbers) => {
    expect(parseNumberList(text)).toEqual(numbers);
  });

  test.each([',1', '1,', '1,,2', '1 2 x', '1;2', '1px 2', '1 2.', '1\u00a02', '1 1e999'])(
    '%j is none',
    (text) => {
      expect(parseNumberList(text)).toBeUndefined();
    },
  );

  test('takes time in proportion to its length', () => {
    expect(parseNumberList('1'.repeat(50_000))).toBeUndefined();
    expect(parseNumberList('1 '.repeat(50_000))).toHaveLength(50_000);
  });
});

describe('written', () => {
  test.each([
    [0.5, '0.5'],
    [-0, '0'],
    [1e-7, '0.0000001'],
    [-1.25e-9, '-0.00000000125'],
    [1e21, '1000000000000000000000'],
    [1.5e22, '15000000000000000000000'],
    [0.1 + 0.2, '0.30000000000000004'],
  ])('%d is %j', (value, text) => {
    expect(formatNumber(value)).toBe(text);
    expect(Number(text)).toBe(value === 0 ? 0 : value);
  });
});
