import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { type FileStat, isSameStat, readFileStat } from './cache/file-stat.ts';
import type { BufferedFile } from './output-buffer.ts';
import { withWriteErrors } from './write-errors.ts';

/** Written files and their stats at that time, by absolute path. */
export type WrittenFiles = Map<string, { readonly file: BufferedFile; readonly stat: FileStat }>;

/** Current state of a file in the output folder. */
export interface ExistingFile {
  readonly matches: (wanted: BufferedFile) => boolean;
  readonly bytes: () => Uint8Array;
}

/** File that this process wrote, if it has not been touched since. */
export function previouslyWritten(target: string, written: WrittenFiles): ExistingFile | undefined {
  const entry = written.get(target);
  if (!entry || !isSameStat(readFileStat(target), entry.stat)) return undefined;
  const { file } = entry;
  const isSameSize = (wanted: BufferedFile) => wanted.size === file.size;
  return {
    bytes: file.bytes,
    matches: (wanted) =>
      wanted === file || (isSameSize(wanted) && Buffer.compare(wanted.bytes(), file.bytes()) === 0),
  };
}

/** Reads a file on demand. A folder in its place is an error if the file is to be written. */
export function readExisting(
  target: string,
  file: string,
  isExpected: boolean,
): ExistingFile | undefined {
  const bytes = () => readFileSync(target);
  try {
    const [size] = readFileStat(target) ?? [];
    // Files to remove or of another size are not read; a path that is no file throws here.
    if (size === undefined) bytes();
    return { bytes, matches: (wanted) => wanted.size === size && hasSameBytes(target, wanted) };
  } catch (error) {
    const isFolder = (error as NodeJS.ErrnoException).code === 'EISDIR';
    if (!isFolder || !isExpected) return undefined;
    return withWriteErrors(file, () => {
      throw error;
    });
  }
}

/**
 * Compares chunk by chunk, so that a huge manifest is not in memory twice. A file that cannot be read
 * counts as different.
 */
function hasSameBytes(target: string, wanted: BufferedFile): boolean {
  let file: number | undefined;
  try {
    file = openSync(target, 'r');
    for (const chunk of wanted.chunks()) {
      const actual = Buffer.allocUnsafe(chunk.length);
      if (readSync(file, actual) < chunk.length || !actual.equals(chunk)) return false;
    }
    return true;
  } catch {
    return false;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
