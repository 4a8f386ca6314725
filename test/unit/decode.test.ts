import { describe, expect, test } from 'vitest';
import { decodeSvg } from '../../src/icon/source/decode.ts';

const SVG = '<svg viewBox="0 0 8 8"><title>é日😀</title></svg>';
const bytesOf = (...parts: readonly (string | readonly number[])[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));
const swapped = (text: string) => Buffer.from(text, 'utf16le').swap16();

/** What is told of bytes that are no SVG text. */
function problemOf(bytes: Uint8Array): string {
  const diagnostic = decodeSvg(bytes, 'icons/a.svg');
  if (typeof diagnostic === 'string') throw new Error('It was decoded');
  const { code, severity, file, message, hint } = diagnostic;
  expect({ code, severity, file }).toEqual({
    ...{ code: 'not-svg', severity: 'error', file: 'icons/a.svg' },
  });
  expect(hint).not.toBe('');
  return message;
}

describe('decodeSvg reads', () => {
  test.each([
    ['UTF-8', bytesOf(SVG)],
    ['UTF-8 with a byte order mark', bytesOf([0xef, 0xbb, 0xbf], SVG)],
    ['UTF-16 little-endian', bytesOf([0xff, 0xfe], [...Buffer.from(SVG, 'utf16le')])],
    ['UTF-16 big-endian', bytesOf([0xfe, 0xff], [...swapped(SVG)])],
    ['UTF-16 little-endian without a mark', Buffer.from(SVG, 'utf16le')],
    ['UTF-16 big-endian without a mark', swapped(SVG)],
  ])('%s', (_, bytes) => {
    expect(decodeSvg(bytes, 'a.svg')).toBe(SVG);
  });

  test.each(['ISO-8859-1', 'latin1', 'windows-1252'])('declared %s', (encoding) => {
    const head = `<?xml version="1.0" encoding="${encoding}"?>`;
    const bytes = bytesOf(head, '<svg>', [0xe9], '</svg>');
    expect(decodeSvg(bytes, 'a.svg')).toBe(`${head}<svg>é</svg>`);
  });

  test('a declared encoding in single quotes', () => {
    const bytes = bytesOf("<?xml version='1.0' encoding='iso-8859-1'?><svg>", [0xe9], '</svg>');
    expect(decodeSvg(bytes, 'a.svg')).toContain('<svg>é</svg>');
  });

  test('UTF-8 that still declares UTF-16', () => {
    const text = `<?xml version="1.0" encoding="UTF-16"?>${SVG}`;
    expect(decodeSvg(bytesOf(text), 'a.svg')).toBe(text);
  });

  test('a byte order mark that contradicts the declaration', () => {
    const text = `<?xml version="1.0" encoding="ISO-8859-1"?>${SVG}`;
    expect(decodeSvg(bytesOf([0xef, 0xbb, 0xbf], text), 'a.svg')).toBe(text);
  });
});

describe('decodeSvg tells of', () => {
  test.each([
    ['nothing', bytesOf(''), 'the file is empty'],
    ['white space', bytesOf(' \r\n\t '), 'the file is empty'],
    ['a PNG', bytesOf([0x89], 'PNG\r\n'), 'a PNG image'],
    ['a JPEG', bytesOf([0xff, 0xd8, 0xff, 0xe0]), 'a JPEG image'],
    ['a GIF', bytesOf('GIF89a'), 'a GIF image'],
    ['a WebP', bytesOf('RIFF0000WEBP'), 'a WebP image'],
    ['a PDF', bytesOf('%PDF-1.7'), 'a PDF'],
    ['gzip', bytesOf([0x1f, 0x8b, 8, 0]), 'compressed with gzip'],
    ['a ZIP archive', bytesOf('PK', [3, 4]), 'a ZIP archive'],
    ['invalid UTF-8', bytesOf('<svg>', [0xe9], '</svg>'), 'not valid UTF-8 text'],
    ['half a UTF-16 character', bytesOf([0xff, 0xfe], '<'), 'not valid UTF-16LE text'],
    [
      'an unknown encoding',
      bytesOf('<?xml version="1.0" encoding="klingon"?><svg/>'),
      "'klingon' is not known",
    ],
  ])('%s', (_, bytes, found) => {
    expect(problemOf(bytes)).toContain(found);
  });
});
