import { describe, expect, test } from 'vitest';
import { parseTransformOrigin } from '../../src/svg/transform-origin.ts';

const box = { width: 24, height: 12 };

describe('a transform-origin', () => {
  test.each([
    ['12 6', [12, 6]],
    ['3pt 1PX', [4, 1]],
    ['50% 100%', [12, 12]],
    ['center', [12, 6]],
    ['left', [0, 6]],
    ['top', [12, 0]],
    ['bottom right', [24, 12]],
    ['right 25%', [24, 3]],
    ['4', [4, 6]],
    ['4 4 0', [4, 4]],
  ])('%j of an attribute is %j', (text, point) => {
    expect(parseTransformOrigin(text, { box, isAttribute: true })).toEqual(point);
  });

  test.each(['', 'x', '12,12', '1 2 3', '1 2 0 4', '1em 1em', 'left left 1px', 'constructor'])(
    '%j is not known',
    (text) => {
      expect(parseTransformOrigin(text, { box, isAttribute: true })).toBeUndefined();
    },
  );

  test('of CSS needs units, but for zero', () => {
    expect(parseTransformOrigin('12 12', { box, isAttribute: false })).toBeUndefined();
    expect(parseTransformOrigin('0 12px', { box, isAttribute: false })).toEqual([0, 12]);
  });

  test('needs a box for what is a share of it', () => {
    expect(parseTransformOrigin('center', { box: undefined, isAttribute: false })).toBeUndefined();
    expect(parseTransformOrigin('1px 2px', { box: undefined, isAttribute: false })).toEqual([1, 2]);
  });
});
