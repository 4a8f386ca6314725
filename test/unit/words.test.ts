import { describe, expect, test } from 'vitest';
import { isKnownValue, pathData } from '../../src/icon/words.ts';

describe('values that SVG and CSS know', () => {
  test.each([
    ...['red', 'CurrentColor', '#00f8', '1.5em', '-1e-3', '.5', '50%', '1, 2 3', 'url(#a b) red'],
    ...[
      'rgb(1 2 3 / 50%)',
      'calc(2 * VAR( --any-name ))',
      'color(display-p3 1 0 0)',
      'var(--any-name, red)',
      'none',
    ],
    ...['xMidYMid slice', 'objectBoundingBox', 'fractalNoise', 'SourceGraphic', 'skewX'],
    ...['rotate(45deg) translate(1px,2px)', 'path("M0 0h9v9z")', 'opacity, transform', '0;1;0'],
    ...['cubic-bezier(.4,0,1,1)', 'small-caps', 'context-fill', 'oklch(from red l c h)', ''],
    ...['3s', 'indefinite', 'linear', 'miter-clip', 'url("#a")', 'light-dark(red, #000)'],
  ])('%s', (value) => {
    expect(isKnownValue(value)).toBe(true);
  });
});

describe('values in the words of an author', () => {
  test.each([
    ...["Anna's draft", 'draft', '"a text"', 'red draft', '#draft', '12parsecs', 'dra\\66 t'],
    ...[
      'url(#a) draft',
      '--draft',
      '0 --draft',
      'red \\',
      'red \\\n',
      '\u0430',
      'path("M0 0 draft")',
      'constructor',
      '__proto__',
    ],
  ])('%s', (value) => {
    expect(isKnownValue(value)).toBe(false);
  });
});

test('path data ends where it is no path data', () => {
  expect(pathData('M0 0h9.5e-1 zdraft')).toBe('M0 0h9.5e-1 z');
});
