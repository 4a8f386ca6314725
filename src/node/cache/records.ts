import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { writeFileAtomic } from '../files.ts';
import { type Decoder, tryDecode } from './decode.ts';
import { readFileStat } from './file-stat.ts';

/** Encoder and decoder of values. */
export interface RecordCodec<T> {
  /** Converts a value to JSON. */
  readonly write: (value: T) => unknown;
  /** Decodes untrusted JSON. */
  readonly read: Decoder<T>;
}

/** Values by key in one append-only file of lines, which pruning rewrites. */
export interface Records<T> {
  /** True if the file was empty or missing when opened. */
  readonly isEmpty: boolean;
  readonly get: (key: string) => T | undefined;
  /** Adds a record, which stays in memory until `flush`. */
  readonly put: (key: string, value: T) => void;
  /** Appends new records. Safe for concurrent processes. */
  readonly flush: () => void;
}

/** Maximum size of a file, which must fit into memory to be read. */
const MAX_FILE_BYTES = 256_000_000;
/** Number of characters written at a time. */
const CHUNK = 8_000_000;

/** Line format: `<key> <checksum of the text> <text>`; key and checksum in hex. */
const KEY_LENGTH = 32;
const SUM_LENGTH = 8;
const TEXT_START = KEY_LENGTH + SUM_LENGTH + 2;

/** Number of lookups that search the bytes; for more, an index of all lines costs less. */
const MAX_SEARCHES = 32;

/**
 * Opens a file of records; a missing one is empty. A line with a wrong checksum, cut off or changed,
 * counts as missing; so does one that cannot be decoded. Lines are found and parsed on request.
 */
export function openRecords<T>(path: string, { write, read }: RecordCodec<T>): Records<T> {
  const bytes = readBytes(path);
  const added = new Map<string, T>();
  const flushed = new Map<string, string>();
  let size = sizeOfRecords(path);
  let index: ReadonlyMap<string, string> | undefined;
  let searches = 0;
  function lineAt(key: string): string | undefined {
    searches += 1;
    if (searches > MAX_SEARCHES) index ??= linesIn(bytes.toString());
    return flushed.get(key) ?? (index ? index.get(key) : findLine(bytes, key));
  }
  return {
    isEmpty: bytes.length === 0,
    get(key) {
      const line = added.has(key) ? undefined : lineAt(key);
      if (line === undefined) return added.get(key);
      const text = line.slice(TEXT_START);
      const isIntact = checksumOf(text) === line.slice(KEY_LENGTH + 1, TEXT_START - 1);
      return isIntact ? tryDecode(text, read) : undefined;
    },
    put: (key, value) => void added.set(key, value),
    flush() {
      if (added.size === 0) return;
      mkdirSync(dirname(path), { recursive: true });
      // The last line may have been cut off, so each write begins with a line break.
      // Systems do not interleave appends of several processes.
      let text = '';
      const append = () => {
        appendFileSync(path, `\n${text}`);
        size += Buffer.byteLength(text);
        text = '';
      };
      for (const [key, value] of added) {
        if (size + text.length > MAX_FILE_BYTES) break;
        const line = lineOf(key, write(value));
        flushed.set(key, line);
        text += `${line}\n`;
        if (text.length > CHUNK) append();
      }
      if (text !== '') append();
      added.clear();
    },
  };
}

/** Counts the records of a file. */
export function countRecords(path: string): number {
  return linesIn(readBytes(path).toString()).size;
}

/** Keeps only wanted lines, the newest first, up to a size in bytes. */
export function pruneRecords(path: string, wanted: ReadonlySet<string>, size: number): void {
  const lines = new Map<string, string>();
  for (const line of readBytes(path).toString().split('\n'))
    lines.set(line.slice(0, KEY_LENGTH), line);
  let sum = 0;
  const retained = [...lines].reverse().filter(([key, line]) => {
    sum += wanted.has(key) ? Buffer.byteLength(line) + 1 : 0;
    return wanted.has(key) && sum <= size;
  });
  writeFileAtomic(
    path,
    retained
      .reverse()
      .map(([, line]) => `${line}\n`)
      .join(''),
  );
}

/** Size of the file in bytes. */
export function sizeOfRecords(path: string): number {
  return readFileStat(path)?.[0] ?? 0;
}

/** Finds the last line of a key without reading the others. */
function findLine(bytes: Buffer, key: string): string | undefined {
  const found = bytes.lastIndexOf(`\n${key} `);
  const start = found < 0 ? 0 : found + 1;
  const end = bytes.indexOf('\n', start);
  const line = bytes.toString('utf8', start, end < 0 ? bytes.length : end);
  return line.startsWith(`${key} `) ? line : undefined;
}

function linesIn(text: string): Map<string, string> {
  const lines = new Map<string, string>();
  for (const line of text.split('\n')) {
    if (line.length > TEXT_START && line[KEY_LENGTH] === ' ')
      lines.set(line.slice(0, KEY_LENGTH), line);
  }
  return lines;
}

function lineOf(key: string, value: unknown): string {
  const text = JSON.stringify(value);
  return `${key} ${checksumOf(text)} ${text}`;
}

function checksumOf(text: string): string {
  // Builds that change nothing need no checksum and do not load the module.
  const { crc32 } = process.getBuiltinModule('node:zlib');
  return crc32(text).toString(16).padStart(SUM_LENGTH, '0');
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    return Buffer.alloc(0);
  }
}
