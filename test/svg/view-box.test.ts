import { describe, expect, test } from 'vitest';
import { sizeOf } from '../../src/svg/view-box.ts';

describe('a viewBox', () => {
  test.each([
    ['0 0 24 24', '0 0 24 24'],
    ['  0\t0\n24  24 ', '0 0 24 24'],
    ['0,0,24,24', '0 0 24 24'],
    ['0 , 0 , 24 , 24', '0 0 24 24'],
    ['-12-12 24 24', '-12 -12 24 24'],
    ['+1 -.5 24 0.5', '1 -0.5 24 0.5'],
    ['0 0 1e2 2.5E-1', '0 0 100 0.25'],
    ['0 0 23.99999999 24', '0 0 24 24'],
    ['0 0 1234567 24', '0 0 1234567 24'],
  ])('%j is %j', (viewBox, normalized) => {
    expect(sizeOf({ viewBox })).toMatchObject({ viewBox: normalized });
  });

  test.each(['0 0 24', '0 0 24 24 24', '0 0 24px 24px', 'a b c d', '0 0 NaN 24', '0 0 24 1e999'])(
    '%j is not four numbers',
    (viewBox) => {
      expect(sizeOf({ viewBox })).toBe(`viewBox="${viewBox}" is not four numbers`);
    },
  );

  test.each(['0 0 0 24', '0 0 24 0', '0 0 -24 24', '0 0 24 -1'])('%j has no area', (viewBox) => {
    expect(sizeOf({ viewBox })).toBe(`viewBox="${viewBox}" has no area`);
  });

  test('that is wrong is not replaced by width and height', () => {
    expect(sizeOf({ viewBox: '0 0 24', width: '24', height: '24' })).toMatch(/not four numbers/);
  });

  test('that is blank counts as missing', () => {
    expect(sizeOf({ viewBox: ' ', width: '8', height: '4' })).toMatchObject({ viewBox: '0 0 8 4' });
  });
});

describe('a length', () => {
  test.each([
    ['24', 24],
    ['24px', 24],
    ['24PX', 24],
    [' 24px ', 24],
    ['+2.4e1', 24],
    ['18pt', 24],
    ['1.5pc', 24],
    ['.25in', 24],
    ['6.35mm', 24],
    ['.635cm', 24],
    ['25.4Q', 24],
    ['1.5em', 24],
    ['1.5rem', 24],
    ['3ex', 24],
    ['3ch', 24],
  ])('%j is %d px', (width, px) => {
    expect(sizeOf({ width, height: '1' })).toEqual({
      viewBox: `0 0 ${px} 1`,
      width: px,
      height: 1,
    });
  });

  test.each(['', '0', '-24', '100%', '24foo', 'auto', 'NaN', 'Infinity', '1e999', 'calc(1px)'])(
    '%j is none',
    (width) => {
      expect(sizeOf({ width, height: '24' })).toBe(
        'it has neither a viewBox nor a width and height',
      );
    },
  );
});

describe('the natural size', () => {
  const viewBox = '0 0 24 12';

  test('is the size of the viewBox where nothing else is said', () => {
    expect(sizeOf({ viewBox })).toEqual({ viewBox, width: 24, height: 12 });
  });

  test('is width and height where both are given', () => {
    expect(sizeOf({ viewBox, width: '10', height: '20' })).toMatchObject({ width: 10, height: 20 });
  });

  test('takes a missing side from the ratio of the viewBox', () => {
    expect(sizeOf({ viewBox, width: '48' })).toMatchObject({ width: 48, height: 24 });
    expect(sizeOf({ viewBox, height: '48', width: '100%' })).toMatchObject({
      ...{ width: 96, height: 48 },
    });
  });

  test('hides what binary fractions add', () => {
    expect(sizeOf({ width: '0.1in', height: '0.7in' })).toEqual({
      ...{ viewBox: '0 0 9.6 67.2', width: 9.6, height: 67.2 },
    });
  });
});
