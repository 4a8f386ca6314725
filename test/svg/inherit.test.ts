import { describe, expect, test } from 'vitest';
import { INITIAL_VALUES, inherit, specifiedValue } from '../../src/svg/inherit.ts';

describe('an inherited property', () => {
  test.each([
    [undefined, 'red'],
    ['', 'red'],
    ['inherit', 'red'],
    ['UNSET', 'red'],
    [' revert ', 'red'],
    ['revert-layer', 'red'],
    ['initial', 'black'],
    ['none', 'none'],
    [' #06c ', '#06c'],
  ])('said as %j below red is %s', (declared, value) => {
    expect(specifiedValue('fill', declared, 'red')).toBe(value);
  });

  test('of color takes its own keyword for that of the parent', () => {
    expect(specifiedValue('color', 'currentColor', 'red')).toBe('red');
    expect(specifiedValue('fill', 'currentColor', 'red')).toBe('currentColor');
  });
});

test('those that are asked for are taken over, and no others', () => {
  const outer = { fill: 'red', stroke: INITIAL_VALUES.stroke };
  expect(inherit(outer, { stroke: '#06c', color: 'green', opacity: '.5' })).toEqual({
    fill: 'red',
    stroke: '#06c',
  });
});
