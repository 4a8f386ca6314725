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
export function dataViewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const result = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const part of parts) {
    result.set(part, end);
    end += part.length;
  }
  return result;
}

/** Decodes bytes as Latin-1, the encoding of type names in files. */
export function latin1At(bytes: Uint8Array, start: number, length: number): string {
  return String.fromCharCode(...slice(bytes, start, length));
}

export function latin1Bytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index);
  return bytes;
}
