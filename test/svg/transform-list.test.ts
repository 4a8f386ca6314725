import { describe, expect, test } from 'vitest';
import {
  parseCssTransform,
  parseTransformList,
  scaleTranslations,
  serializeTransformList,
} from '../../src/svg/transform-list.ts';

/** What Chromium 156 makes of the attribute. */
describe('the attribute', () => {
  test.each([
    ['translate(-417.7-527.8)', 'translate(-417.7 -527.8)'],
    ['translate(1.5.5)', 'translate(1.5 .5)'],
    ['translate (1 ,2)', 'translate(1 2)'],
    ['translate\n(1)', 'translate(1)'],
    ['translate(1 2)scale(2)', 'translate(1 2) scale(2)'],
    ['translate(1 2) , scale(2)', 'translate(1 2) scale(2)'],
    ['translate(1)\fscale(2)', 'translate(1) scale(2)'],
    ['rotate(1,2,3)skewX(1)skewY(-.5)', 'rotate(1 2 3) skewX(1) skewY(-.5)'],
    ['matrix(1 0 0 1 1e3 .000002)', 'matrix(1 0 0 1 1000 .000002)'],
    ['', ''],
    ['  ', ''],
  ])('%j is %j', (text, written) => {
    const list = parseTransformList(text);
    expect(list && serializeTransformList(list)).toBe(written);
    expect(parseTransformList(written)).toEqual(list);
  });

  test.each([
    ...['translate(1,,2)', 'translate(,1 2)', 'translate(1 2,)', 'translate(1 2),,scale(2)'],
    ...[',translate(1)', 'translate(1),', 'translate()', 'translate(1 2 3)', 'rotate(1 2)'],
    ...['rotate(45deg)', 'translate(1px)', 'Translate(1)', 'translateX(1)', 'skewx(1)', 'none'],
    ...['matrix(1 0 0 1 0)', 'translate(1.)', 'translate(1)\u00a0scale(2)', 'scale(2)x', 'x'],
    ...['scale(2) translate(1', 'translate(1 2);', 'translate(1e999)', 'rotate(1 2 3 4)'],
    ...['scale((1))', 'constructor(1)', 'translate(1)scale'],
  ])('%j is ignored', (text) => {
    expect(parseTransformList(text)).toBeUndefined();
  });
});

describe('CSS', () => {
  test.each([
    ['none', ''],
    ['rotate(45deg)', 'rotate(45)'],
    ['ROTATE( .5TURN )', 'rotate(180)'],
    ['rotate(0)', 'rotate(0)'],
    ['rotateZ(100grad)', 'rotate(90)'],
    ['translate(1px,2pt)', 'translate(1 2.6666666666666665)'],
    ['translate(0)', 'translate(0)'],
    ['translateX(2px)translateY(3px)', 'translate(2) translate(0 3)'],
    ['scale(200%)', 'scale(2)'],
    ['scale(2, 3) scaleX(4) scaleY(5)', 'scale(2 3) scale(4 1) scale(1 5)'],
    ['skew(0,45deg)', 'matrix(1 .9999999999999999 0 1 0 0)'],
    ['matrix(1,0,0,1,2,3)', 'matrix(1 0 0 1 2 3)'],
    ['rotate(/* a */45deg)', 'rotate(45)'],
  ])('%j is %j', (text, written) => {
    const list = parseCssTransform(text);
    expect(list && serializeTransformList(list)).toBe(written);
  });

  test.each([
    ...['', 'rotate(45)', 'translate(1)', 'translate(1px 2px)', 'scale(2 3)', 'rotate (1deg)'],
    ...['matrix(1 0 0 1 2 3)', 'matrix(1,0,0,1,2px,3px)', 'rotate(45deg,1px,2px)', 'x'],
    ...['rotate(45deg),scale(2)', 'scale(2)x', 'translateX(1px,2px)', 'constructor(1px)'],
  ])('%j is no CSS', (text) => {
    expect(parseCssTransform(text)).toBeUndefined();
  });

  test.each(['translate(10%)', 'translate(1em)', 'scale3d(1,1,1)', 'perspective(1px)'])(
    '%j cannot be an attribute',
    (text) => {
      expect(parseCssTransform(text)).toBeUndefined();
    },
  );
});

test('scaled are lengths alone', () => {
  const list = parseTransformList('translate(1)matrix(1 2 3 4 5 6)rotate(7 1 2)rotate(7)scale(3)');
  expect(serializeTransformList(scaleTranslations(list ?? [], 10, 100))).toBe(
    'translate(10 0) matrix(1 2 3 4 50 600) rotate(7 10 200) rotate(7) scale(3)',
  );
});
