import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyFixes } from '../../src/lint/fix.ts';
import type { Edit } from '../../src/lint/types.ts';

const edit = (start: number, end: number, text: string): Edit => ({ start, end, text });

describe('fixes', () => {
  test('change what they name, and nothing else', () => {
    const { text } = applyFixes('<svg a="1">\t<g/>\n</svg>', [
      [edit(8, 9, '2')],
      [edit(12, 16, '')],
    ]);
    expect(text).toBe('<svg a="2">\t\n</svg>');
  });

  test('insert', () => {
    expect(applyFixes('<svg>', [[edit(4, 4, ' b="2"')]]).text).toBe('<svg b="2">');
  });

  test('that overlap an earlier one wait', () => {
    const fixes = [[edit(2, 6, 'X')], [edit(4, 8, 'Y')], [edit(9, 10, 'Z')]];
    expect(applyFixes('0123456789', fixes)).toEqual({ text: '01X678Z', applied: [0, 2] });
  });

  test('that insert where another does wait, lest an attribute is there twice', () => {
    const fixes = [[edit(4, 4, ' a=""')], [edit(4, 4, ' a=""')]];
    expect(applyFixes('<svg>', fixes)).toEqual({ text: '<svg a="">', applied: [0] });
  });

  test('are whole or not at all', () => {
    const fixes = [[edit(0, 1, 'X')], [edit(0, 1, 'Y'), edit(4, 5, 'Y')]];
    expect(applyFixes('01234', fixes)).toEqual({ text: 'X1234', applied: [0] });
  });

  test('may have edits beside each other', () => {
    const fixes = [[edit(1, 3, 'X'), edit(3, 3, 'Y')]];
    expect(applyFixes('01234', fixes)).toEqual({ text: '0XY34', applied: [0] });
  });

  test('that lead out of the text are left out', () => {
    expect(applyFixes('012', [[edit(2, 9, '')], [edit(-1, 1, '')], [edit(2, 1, '')]])).toEqual({
      text: '012',
      applied: [],
    });
  });

  test('take over the line ends of the text', () => {
    expect(applyFixes('a\r\nb', [[edit(4, 4, '\nc')]]).text).toBe('a\r\nb\r\nc');
    expect(applyFixes('a\nb', [[edit(3, 3, '\nc')]]).text).toBe('a\nb\nc');
  });

  test('leave all characters that no applied one names, in their order', () => {
    const edits = fc
      .tuple(fc.nat(20), fc.nat(6))
      .map(([start, length]) => edit(start, start + length, ''));
    fc.assert(
      fc.property(fc.array(fc.array(edits, { minLength: 1, maxLength: 3 })), (fixes) => {
        const text = 'abcdefghijklmnopqrst';
        const result = applyFixes(text, fixes);
        const gone = result.applied.flatMap((index) => fixes[index] ?? []);
        const kept = [...text].filter(
          (_, at) => !gone.some(({ start, end }) => at >= start && at < end),
        );
        expect(result.text).toBe(kept.join(''));
      }),
    );
  });
});
