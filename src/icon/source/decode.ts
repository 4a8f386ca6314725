import { type Diagnostic, diagnose } from '../../core/diagnostics.ts';

/** First bytes of files that are often named .svg by mistake, with a description. */
const LOOKALIKES: readonly (readonly [bytes: string, found: string])[] = [
  ['\x89PNG', 'it is a PNG image'],
  ['\xff\xd8\xff', 'it is a JPEG image'],
  ['GIF8', 'it is a GIF image'],
  ['RIFF', 'it is a WebP image'],
  ['%PDF', 'it is a PDF'],
  ['\x1f\x8b', 'it is compressed with gzip (.svgz); unpack it first'],
  ['PK\x03\x04', 'it is a ZIP archive'],
];

/**
 * Text of an SVG file, by the rules of XML 1.0 appendix F: byte order mark, then the declared
 * encoding, then UTF-8. The byte order mark is not part of the text.
 */
export function decodeSvg(bytes: Uint8Array, file: string): string | Diagnostic {
  if (beginsWithMarkup(bytes)) {
    try {
      return UTF_8.decode(bytes);
    } catch {
      return notDecodable(file, 'utf-8');
    }
  }
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  if (head.trim() === '' && bytes.length <= 200) {
    return diagnose('not-svg', { file, args: { found: 'the file is empty' } });
  }
  const lookalike = LOOKALIKES.find(([start]) => head.startsWith(start));
  if (lookalike) return diagnose('not-svg', { file, args: { found: lookalike[1] } });

  const encoding = encodingOf(head);
  try {
    return withWindowsLetters(new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding);
  } catch (error) {
    if (!(error instanceof RangeError)) return notDecodable(file, encoding);
    const found = `its declared encoding '${encoding}' is not known`;
    return diagnose('not-svg', { file, args: { found } });
  }
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Checks for a file that begins with an element, a comment or a doctype, so without a declaration
 * of another encoding: it is UTF-8 without further tests.
 */
function beginsWithMarkup(bytes: Uint8Array): boolean {
  const [first, second = 0] = [bytes[0], bytes[1]];
  const letter = second | 0x20;
  return first === 0x3c && ((letter >= 0x61 && letter <= 0x7a) || second === 0x21);
}

function notDecodable(file: string, encoding: string): Diagnostic {
  const found = `its bytes are not valid ${encoding.toUpperCase()} text`;
  return diagnose('not-svg', { file, args: { found } });
}

/**
 * Characters that windows-1252 has in place of the controls of ISO 8859-1, from 0x80. Source:
 * WHATWG Encoding.
 */
const WINDOWS_LETTERS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Decodes Latin-1 as the web does, as windows-1252; Node 20 reads it as ISO 8859-1. */
function withWindowsLetters(text: string, encoding: string): string {
  if (
    !/^(windows-1252|cp1252|x-cp1252|iso-?8859-?1|iso_8859-1|latin1|l1|us-ascii|ascii)$/.test(
      encoding,
    )
  ) {
    return text;
  }
  return text.replace(/[\x80-\x9f]/g, (char) => WINDOWS_LETTERS[char.charCodeAt(0) - 0x80] ?? char);
}

function encodingOf(head: string): string {
  if (head.startsWith('\xff\xfe') || head.startsWith('<\0')) return 'utf-16le';
  if (head.startsWith('\xfe\xff') || head.startsWith('\0<')) return 'utf-16be';
  if (head.startsWith('\xef\xbb\xbf')) return 'utf-8';
  const declared = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)/.exec(head)?.[1]?.toLowerCase();
  // If a declaration of UTF-16 is in single bytes, the file was converted after it was written.
  return declared === undefined || declared.startsWith('utf-16') ? 'utf-8' : declared;
}
