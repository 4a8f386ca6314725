import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FilePart, OutputFile, PartedFile } from '../core/types.ts';

/** Output file that may be in memory or buffered on disk. */
export interface BufferedFile {
  /** Path below the output folder, with forward slashes. */
  readonly path: string;
  /** Size in bytes. */
  readonly size: number;
  /** True if it is in memory and stays there. */
  readonly inMemory: boolean;
  readonly contents: () => string;
  readonly bytes: () => Uint8Array;
  /** Bytes in chunks of some MB. */
  readonly chunks: () => Iterable<Uint8Array>;
}

/** Buffers the files of a build until all of them can be written. */
export interface OutputBuffer {
  readonly files: readonly BufferedFile[];
  readonly add: (file: PartedFile) => BufferedFile;
  /** Buffers a part of a file that is added later. */
  readonly storePart: (text: string) => FilePart;
  /** True if the files exceed memory and are buffered on disk. */
  readonly isOnDisk: () => boolean;
  readonly close: () => void;
}

/** Size from which files are buffered on disk. */
const MAX_IN_MEMORY = 64_000_000;
/** Number of characters from which a file is encoded again on each request. */
const LARGE_TEXT = 16_000_000;
/** Number of characters written, and of bytes read, at a time. */
const CHUNK = 4_000_000;

export function openOutputBuffer(): OutputBuffer {
  const files: BufferedFile[] = [];
  let bufferedCharacters = 0;
  let disk: DiskBuffer | undefined;
  function reserve(characters: number): void {
    bufferedCharacters += characters;
    if (bufferedCharacters > MAX_IN_MEMORY) disk ??= openDiskBuffer();
  }
  return {
    files,
    add({ path, parts }) {
      reserve(parts.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 0), 0));
      const file =
        disk?.add({ path, parts }) ?? memoryFile({ path, contents: parts.map(partText).join('') });
      files.push(file);
      return file;
    },
    storePart(text) {
      reserve(text.length);
      return disk ? disk.storePart(text) : text;
    },
    isOnDisk: () => disk !== undefined,
    close: () => disk?.close(),
  };
}

/** Text of a part, from memory or disk. */
export function partText(part: FilePart): string {
  return typeof part === 'string' ? part : part();
}

/** Creates a file in memory. */
export function memoryFile({ path, contents }: OutputFile): BufferedFile {
  // Large files would be in memory twice.
  const encoded = contents.length < LARGE_TEXT ? Buffer.from(contents) : undefined;
  const bytes = () => encoded ?? Buffer.from(contents);
  return {
    path,
    size: encoded?.length ?? Buffer.byteLength(contents),
    inMemory: true,
    contents: () => contents,
    bytes,
    chunks: () => [bytes()],
  };
}

/** Creates a file in memory from its bytes. */
export function bytesFile(path: string, bytes: Buffer): BufferedFile {
  return {
    path,
    size: bytes.length,
    inMemory: true,
    contents: () => bytes.toString(),
    bytes: () => bytes,
    chunks: () => [bytes],
  };
}

interface DiskBuffer {
  readonly add: (file: PartedFile) => BufferedFile;
  readonly storePart: (text: string) => () => string;
  readonly close: () => void;
}

function openDiskBuffer(): DiskBuffer {
  const folder = mkdtempSync(join(tmpdir(), 'iconloom-'));
  const file = openSync(join(folder, 'outputs'), 'wx+', 0o600);
  let end = 0;
  /** Returns its position. */
  const write = (text: string): readonly [start: number, size: number] => {
    const start = end;
    const bytes = Buffer.from(text);
    for (let done = 0; done < bytes.length; ) {
      done += writeSync(file, bytes, done, bytes.length - done, end + done);
    }
    end += bytes.length;
    return [start, bytes.length];
  };
  return {
    storePart(text) {
      const [start, size] = write(text);
      return () => readAt(file, start, size).toString();
    },
    add({ path, parts }) {
      const start = end;
      let text = '';
      for (const part of parts) {
        text += partText(part);
        if (text.length < CHUNK) continue;
        write(text);
        text = '';
      }
      write(text);
      const size = end - start;
      const bytes = () => readAt(file, start, size);
      return {
        ...{ path, size, inMemory: false, bytes },
        contents: () => bytes().toString(),
        chunks: () => chunksAt(file, start, size),
      };
    },
    close() {
      closeSync(file);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function* chunksAt(file: number, start: number, size: number): Generator<Uint8Array> {
  for (let done = 0; done < size; done += CHUNK) {
    yield readAt(file, start + done, Math.min(CHUNK, size - done));
  }
}

function readAt(file: number, start: number, size: number): Buffer {
  const bytes = Buffer.allocUnsafe(size);
  for (let done = 0; done < size; ) {
    const read = readSync(file, bytes, done, size - done, start + done);
    if (read === 0) throw new Error('a buffered output file is incomplete');
    done += read;
  }
  return bytes;
}
