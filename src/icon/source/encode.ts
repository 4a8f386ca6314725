import { decodeSvg } from './decode.ts';

/**
 * Encodes a changed text like the file that it was read from, with its byte order mark; `undefined`
 * if the unchanged parts would get other bytes.
 *
 * @param originalBytes the file's bytes as they are
 */
export function encodeSvg(text: string, originalBytes: Uint8Array): Uint8Array | undefined {
  const originalText = decodeSvg(originalBytes, '');
  if (typeof originalText !== 'string') return undefined;
  for (const encode of ENCODERS) {
    const byteOrderMark = byteOrderMarkOf(originalBytes);
    // An encoder that reproduces the old bytes from the old text is the right one.
    const reencoded = encode(originalText, originalBytes);
    if (!reencoded || !Buffer.concat([byteOrderMark, reencoded]).equals(originalBytes)) continue;
    const bytes = encode(text, originalBytes);
    const encoded = bytes && Buffer.concat([byteOrderMark, bytes]);
    // ASCII text does not reveal the encoding of other characters; its declaration does.
    if (encoded && decodeSvg(encoded, '') === text) return encoded;
  }
  return undefined;
}

type Encoder = (text: string, originalBytes: Uint8Array) => Buffer | undefined;

/** Encoders to try in this order. */
const ENCODERS: readonly Encoder[] = [
  (text) => Buffer.from(text, 'utf8'),
  (text) => Buffer.from(text, 'utf16le'),
  (text) => Buffer.from(text, 'utf16le').swap16(),
  encodeSingleBytes,
];

const BYTE_ORDER_MARKS: readonly (readonly number[])[] = [
  [0xef, 0xbb, 0xbf],
  [0xff, 0xfe],
  [0xfe, 0xff],
];

function byteOrderMarkOf(bytes: Uint8Array): Buffer {
  const byteOrderMark = BYTE_ORDER_MARKS.find((each) =>
    each.every((byte, index) => bytes[index] === byte),
  );
  return Buffer.from(byteOrderMark ?? []);
}

/**
 * Encoder for single-byte encodings, by the character that the declared encoding has for each byte.
 */
function encodeSingleBytes(text: string, originalBytes: Uint8Array): Buffer | undefined {
  const head = Buffer.from(originalBytes.subarray(0, 200)).toString('latin1');
  const declaration = /^\s*<\?xml[^>]*\?>/.exec(head)?.[0];
  if (declaration === undefined) return undefined;
  const byteOf = new Map<string, number>();
  for (let byte = 0; byte < 256; byte++) {
    const read = decodeSvg(Buffer.from([...Buffer.from(declaration, 'latin1'), byte]), '');
    if (typeof read === 'string' && read.length === declaration.length + 1) {
      byteOf.set(read.slice(declaration.length), byte);
    }
  }
  const bytes = [...text].map((letter) => byteOf.get(letter));
  return bytes.every((byte) => byte !== undefined) ? Buffer.from(bytes as number[]) : undefined;
}
