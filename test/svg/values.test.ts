import { describe, expect, test } from 'vitest';
import { matrixFromTransform } from '../../src/svg/matrix.ts';
import { parsePoints, validPoints } from '../../src/svg/points.ts';
import {
  parsePreserveAspectRatio,
  serializePreserveAspectRatio,
} from '../../src/svg/preserve-aspect-ratio.ts';
import { parseViewBox, serializeViewBox } from '../../src/svg/view-box.ts';

describe('points', () => {
  test.each([
    ['1 2 3 4', '1 2 3 4', 2],
    [' 1,2\n3,4 ', ' 1,2\n3,4 ', 2],
    ['1-2-3', '1-2', 1],
    ['1.5.5 3 4', '1.5.5 3 4', 2],
    ['1 2,', '1 2', 1],
    ['1 2 3', '1 2', 1],
    ['1 2 3 x', '', 0],
    ['1 2 3.  4', '', 0],
    [',1 2', '', 0],
    ['1,,2', '', 0],
    ['1 2\u00a03 4', '', 0],
  ])('%j are drawn as %j', (text, drawn, count) => {
    expect(validPoints(text)).toBe(drawn);
    expect(parsePoints(text)).toHaveLength(count);
  });
});

describe('preserveAspectRatio', () => {
  test.each([
    ['xMidYMid', 'xMidYMid'],
    [' xMinYMin\tmeet ', 'xMinYMin'],
    ['xMinYMax slice', 'xMinYMax slice'],
    ['xMinYMaxslice', 'xMinYMax slice'],
    ['none slice', 'none'],
  ])('%j is %j', (text, written) => {
    const value = parsePreserveAspectRatio(text);
    expect(value && serializePreserveAspectRatio(value)).toBe(written);
  });

  test.each(['', 'xmidymid', 'defer xMidYMid', 'xMinYMin,meet', 'xMinYMin foo', 'xMinYMin meet x'])(
    '%j is ignored',
    (text) => {
      expect(parsePreserveAspectRatio(text)).toBeUndefined();
    },
  );
});

describe('a viewBox', () => {
  test.each([
    ['0-1 2 3', '0 -1 2 3'],
    ['0 0 2.4.5', '0 0 2.4 0.5'],
    ['0 0 1e-7 24', '0 0 0.0000001 24'],
  ])('%j is %j', (text, written) => {
    const box = parseViewBox(text);
    expect(box && serializeViewBox(box)).toBe(written);
  });

  test.each(['0 0 24 24,', ',0 0 24 24', '0,,0 24 24', '0;0 24 24', '0 0 24 24 24', '0 0 24. 24'])(
    '%j is none',
    (text) => {
      expect(parseViewBox(text)).toBeUndefined();
    },
  );
});

test('a matrix is that of the list', () => {
  expect(matrixFromTransform('translate(1 2)scale(2)')).toEqual([2, 0, 0, 2, 1, 2]);
  expect(matrixFromTransform('')).toEqual([1, 0, 0, 1, 0, 0]);
  expect(matrixFromTransform('translate(1')).toBeUndefined();
});
