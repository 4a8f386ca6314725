import { type Diagnostic, diagnose } from '../core/diagnostics.ts';

/** First bytes of files that get named .svg by mistake, and what people call them. */
const LOOKALIKES: readonly (readonly [bytes: string, found: string])[] = [
  ['\x89PNG', 'it is a PNG picture'],
  ['\xff\xd8\xff', 'it is a JPEG picture'],
  ['GIF8', 'it is a GIF picture'],
  ['RIFF', 'it is a WebP picture'],
  ['%PDF', 'it is a PDF'],
  ['\x1f\x8b', 'it is compressed with gzip (.svgz); unpack it first'],
  ['PK\x03\x04', 'it is a ZIP archive'],
];

/**
 * Text of an SVG file, by the rules of XML 1.0 appendix F: byte order mark, then the declared
 * encoding, then UTF-8. The byte order mark is not part of the text.
 */
export function decodeSvg(bytes: Uint8Array, file: string): string | Diagnostic {
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  if (head.trim() === '' && bytes.length <= 200) {
    return diagnose('not-svg', { file, args: { found: 'the file is empty' } });
  }
  const lookalike = LOOKALIKES.find(([start]) => head.startsWith(start));
  if (lookalike) return diagnose('not-svg', { file, args: { found: lookalike[1] } });

  const encoding = encodingOf(head);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    const found =
      error instanceof RangeError
        ? `its declared encoding '${encoding}' is not known`
        : `its bytes are not valid ${encoding.toUpperCase()} text`;
    return diagnose('not-svg', { file, args: { found } });
  }
}

function encodingOf(head: string): string {
  if (head.startsWith('\xff\xfe') || head.startsWith('<\0')) return 'utf-16le';
  if (head.startsWith('\xfe\xff') || head.startsWith('\0<')) return 'utf-16be';
  if (head.startsWith('\xef\xbb\xbf')) return 'utf-8';
  const declared = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)/.exec(head)?.[1]?.toLowerCase();
  // Whoever declares UTF-16 in single bytes has converted the file without telling it.
  return declared === undefined || declared.startsWith('utf-16') ? 'utf-8' : declared;
}
