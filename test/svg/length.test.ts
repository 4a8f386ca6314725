import { describe, expect, test } from 'vitest';
import { parseLength, toPx } from '../../src/svg/length.ts';

describe('a length', () => {
  test.each([
    ['24', { value: 24, unit: '' }, 24],
    [' 24PX ', { value: 24, unit: 'px' }, 24],
    ['+.5em', { value: 0.5, unit: 'em' }, 8],
    ['3ex', { value: 3, unit: 'ex' }, 24],
    ['1e2em', { value: 100, unit: 'em' }, 1600],
    ['18pt', { value: 18, unit: 'pt' }, 24],
    ['.25in', { value: 0.25, unit: 'in' }, 24],
    ['101.6Q', { value: 101.6, unit: 'q' }, 96],
    ['-1px', { value: -1, unit: 'px' }, -1],
    ['10vw', { value: 10, unit: 'vw' }, undefined],
  ])('%j', (text, length, px) => {
    expect(parseLength(text)).toEqual(length);
    expect(parseLength(text) && toPx(length)).toBe(px);
  });

  test('a percentage is a share of what it is given', () => {
    const half = parseLength('50%');
    expect(half).toEqual({ value: 50, unit: '%' });
    expect(half && toPx(half)).toBeUndefined();
    expect(half && toPx(half, 24)).toBe(12);
  });

  test.each([
    ...['', 'px', '1 px', '1.', '1.px', '1x', '1e', '1,', '1%%', '1px;', 'auto', 'calc(1px)'],
    ...['1px 2px', '1\u00a0', '1constructor'],
  ])('%j is none', (text) => {
    expect(parseLength(text)).toBeUndefined();
  });
});
