import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeLine } from '../../src/cli/report/escape-line.ts';
import { hiddenCodePoints, jsonText, oneLine, stripHidden } from '../../src/core/one-line.ts';

const HIDDEN = [
  ['a control', '\u0007', 'U+0007'],
  ['an escape', '\u001b', 'U+001B'],
  ['a line feed', '\n', 'U+000A'],
  ['DEL', '\u007f', 'U+007F'],
  ['a control of C1', '\u009b', 'U+009B'],
  ['a line separator', '\u2028', 'U+2028'],
  ['a paragraph separator', '\u2029', 'U+2029'],
  ['a mark of direction', '\u200e', 'U+200E'],
  ['the Arabic letter mark', '\u061c', 'U+061C'],
  ['an override', '\u202e', 'U+202E'],
  ['an isolate', '\u2067', 'U+2067'],
  ['no width', '\u200b', 'U+200B'],
  ['a joiner between Latin letters', '\u200d', 'U+200D'],
  ['a soft hyphen', '\u00ad', 'U+00AD'],
  ['a byte order mark', '\ufeff', 'U+FEFF'],
  ['a tag character', '\u{e0041}', 'U+E0041'],
  ['a lone surrogate', '\ud800', 'U+D800'],
  ['a Hangul filler', '\u3164', 'U+3164'],
] as const;

describe.each(HIDDEN)('%s', (_, character, code) => {
  const text = `a${character}b`;

  test('is shown as a replacement', () => {
    expect(oneLine(text)).toBe('a\ufffdb');
  });

  test('is named by its code point', () => {
    expect(hiddenCodePoints(text)).toEqual([code]);
  });

  test('is an escape in JSON, which means the same', () => {
    expect(jsonText({ text })).not.toContain(character === '\n' ? '\n' : character);
    expect(JSON.parse(jsonText({ text }))).toEqual({ text });
    expect(jsonText({ text })).toMatch(/^[\x20-\x7e]+$/);
  });

  test('can be left out', () => {
    expect(stripHidden(`a${character}${character}b`)).toMatch(/^a ?b$/);
  });
});

test.each([
  'Grüße',
  '日本語',
  'नमस्ते',
  'می\u200cخواهم',
  '👩\u200d🚒',
  '❤\ufe0f',
  'e\u0301',
  'a\u00a0b',
])('%s stays as it is written', (text) => {
  expect(oneLine(text)).toBe(text);
});

test('any text is on one line and steers nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(oneLine(text)).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\ufeff\u200b]/u);
      expect(JSON.parse(jsonText(text))).toBe(text);
    }),
  );
});

test.each(['::error::x', '  ::stop-commands::x', 'a ##[error]x'])(
  'a log takes %j for no command',
  (text) => {
    expect(escapeLine(text)).not.toMatch(/^\s*::|##\[/);
  },
);
