import { expect, test } from 'vitest';
import { decodeSvg } from '../../src/icon/source/decode.ts';
import { encodeSvg } from '../../src/icon/source/encode.ts';

const SVG = '<svg viewBox="0 0 8 8"><!-- ü --><path d="M0 0"/></svg>\r\n';

/** In windows-1251, where each letter is one byte. */
function windows1251(text: string): Buffer {
  return Buffer.from([...text].map((letter) => (letter === 'Ж' ? 0xc6 : letter.charCodeAt(0))));
}

/** Changes a text in its file, as a fix does. */
function changed(bytes: Uint8Array): Uint8Array | undefined {
  const text = decodeSvg(bytes, 'a.svg');
  expect(text).toBeTypeOf('string');
  return encodeSvg((text as string).replace('M0 0', 'M1 1'), bytes);
}

test.each([
  ['UTF-8', (text: string) => Buffer.from(text)],
  ['UTF-8 with a byte order mark', (text: string) => Buffer.from(`\ufeff${text}`)],
  ['UTF-16, low byte first', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['UTF-16, high byte first', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ['UTF-16 without a mark', (text: string) => Buffer.from(text, 'utf16le')],
])('%s stays what it is', (_, encode) => {
  expect(changed(encode(SVG))).toEqual(encode(SVG.replace('M0 0', 'M1 1')));
});

test('letters of a single byte stay what they are', () => {
  const svg = `<?xml version="1.0" encoding="windows-1251"?>${SVG.replace('ü', 'Ж')}`;
  expect(changed(windows1251(svg))).toEqual(windows1251(svg.replace('M0 0', 'M1 1')));
});

test('a letter that the encoding does not have is refused', () => {
  const bytes = windows1251('<?xml version="1.0" encoding="windows-1251"?><svg/>');
  expect(
    encodeSvg('<?xml version="1.0" encoding="windows-1251"?><svg a="語"/>', bytes),
  ).toBeUndefined();
});

test('an encoding of several bytes is refused', () => {
  const head = Buffer.from('<?xml version="1.0" encoding="shift_jis"?><svg a="');
  const bytes = Buffer.concat([head, Buffer.from([0x82, 0xa0]), Buffer.from('"/>')]);
  expect(decodeSvg(bytes, 'a.svg')).toContain('あ');
  expect(encodeSvg('<svg/>', bytes)).toBeUndefined();
});
