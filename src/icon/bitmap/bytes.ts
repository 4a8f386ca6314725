/** A bitmap's file and its size in pixels. */
export interface Bitmap {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/**
 * Returns a range of bytes of a file, not copied.
 *
 * @throws {RangeError} if the file ends before, so that truncated files are detected everywhere.
 */
export function slice(bytes: Uint8Array, start: number, length: number): Uint8Array {
  if (length < 0 || start + length > bytes.length) throw new RangeError('The file ends too early.');
  return bytes.subarray(start, start + length);
}

/** View for numbers in a file. Its getters throw a RangeError past the end, like {@link slice}. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const part of parts) {
    whole.set(part, end);
    end += part.length;
  }
  return whole;
}

/** Decodes bytes as Latin-1, the encoding of type names in files. */
export function lettersAt(bytes: Uint8Array, start: number, length: number): string {
  return String.fromCharCode(...slice(bytes, start, length));
}

export function fromLetters(letters: string): Uint8Array {
  const bytes = new Uint8Array(letters.length);
  for (let index = 0; index < letters.length; index++) bytes[index] = letters.charCodeAt(index);
  return bytes;
}
