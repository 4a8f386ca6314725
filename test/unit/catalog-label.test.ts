import { describe, expect, test } from 'vitest';
import { labelLines } from '../../src/catalog/label-lines.ts';

/** As if all letters were equally wide. */
const lines = (name: string, letters: number) => {
  const { first, hidden, second } = labelLines(name, (text) => text.length <= letters);
  expect(first + hidden + second).toBe(name);
  return [first, hidden === '' ? second : `…${second}`];
};

describe('the label of an icon', () => {
  test.each([
    ['arrow-up', 12, ['arrow-up', '']],
    ['filled-arrow-big-left', 14, ['filled-arrow-', 'big-left']],
    ['full-chevron-right', 14, ['full-chevron-', 'right']],
    ['search', 6, ['search', '']],
    // The hyphen stands in the margin.
    ['outline-arrow-autofit-up', 13, ['outline-arrow-', 'autofit-up']],
  ])('%s has its words whole', (name, letters, expected) => {
    expect(lines(name, letters)).toEqual(expected);
  });

  test.each([
    ['filled-adjustments-horizontal', 14, ['filled-adjustm', '…horizontal']],
    ['filled-align-box-bottom-center', 14, ['filled-align-', '…bottom-center']],
    ['align-horizontal-justify-center', 12, ['align-horizo', '…tify-center']],
  ])('%s leaves out its middle, and no end', (name, letters, expected) => {
    expect(lines(name, letters)).toEqual(expected);
  });

  test.each([
    ['outline-archery-arrow', 12, ['outline-arch', 'ery-arrow']],
    ['outline-square-arrow-up', 13, ['outline-squ', 'are-arrow-up']],
  ])('%s is cut in a word only if that shows all of it', (name, letters, expected) => {
    expect(lines(name, letters)).toEqual(expected);
  });

  test('tells variants apart that differ in their last words', () => {
    const variants = ['down', 'left', 'right', 'up', 'down-line', 'down-lines'];
    const labels = variants.map((end) => lines(`outline-arrow-badge-big-${end}`, 13).join());
    expect(new Set(labels).size).toBe(variants.length);
  });

  test.each([
    ['365datascience', 13, ['365datasci', 'ence']],
    ['abdownloadmanager', 11, ['abdownloadm', 'anager']],
  ])(
    '%s, a word wider than a line, leaves some letters for the next',
    (name, letters, expected) => {
      expect(lines(name, letters)).toEqual(expected);
    },
  );

  test('keeps marks with their letters', () => {
    const name = 'e\u0301'.repeat(10);
    const { first } = labelLines(name, (text) => text.length <= 13);
    expect(first).toBe('e\u0301'.repeat(6));
  });

  test('is complete even where nothing fits', () => {
    expect(lines('arrow', 0)).toHaveLength(2);
  });
});
