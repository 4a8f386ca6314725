import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeComment, jsLiteral } from '../../src/core/escape.ts';

describe('jsLiteral', () => {
  const evaluate = (source: string): unknown => new Function(`return ${source}`)();

  test('is the value', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(evaluate(jsLiteral(text))).toBe(text);
      }),
    );
  });

  test.each(['</script>', '</SCRIPT', 'a\u2028b\u2029c'])(
    'keeps %j from a parser of HTML and of old JavaScript',
    (text) => {
      expect(jsLiteral(text)).not.toMatch(/<\/|[\u2028\u2029]/);
      expect(evaluate(jsLiteral(text))).toBe(text);
    },
  );

  test('writes lists and numbers, too', () => {
    expect(jsLiteral([1, 'a', { b: true }])).toBe('[1,"a",{"b":true}]');
  });
});

describe('commentText', () => {
  test.each(['a */ b', '**/', '*/*/', '*/ */'])('%j cannot close a comment', (text) => {
    expect(escapeComment(text)).not.toContain('*/');
  });

  test('is on one line', () => {
    expect(escapeComment('one\n two\r\n\tthree')).toBe('one two three');
  });

  test('leaves other text as it is', () => {
    expect(escapeComment('Arrow / left * @deprecated')).toBe('Arrow / left * @deprecated');
  });
});
