import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
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
  /** Number of records in the file when opened. */
  readonly count: number;
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

/**
 * Opens a file of records; a missing one is empty. A line with a wrong checksum, cut off or changed,
 * counts as missing; so does one that cannot be decoded. Lines are parsed on request.
 */
export function openRecords<T>(path: string, { write, read }: RecordCodec<T>): Records<T> {
  const lines = linesIn(path);
  const added = new Map<string, T>();
  let size = sizeOfRecords(path);
  return {
    count: lines.size,
    get(key) {
      const line = lines.get(key);
      if (line === undefined || added.has(key)) return added.get(key);
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
        lines.set(key, line);
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
  return linesIn(path).size;
}

/** Keeps only wanted lines, the newest first, up to a size in bytes. */
export function pruneRecords(path: string, wanted: ReadonlySet<string>, size: number): void {
  const lines = new Map<string, string>();
  for (const line of readText(path).split('\n')) lines.set(line.slice(0, KEY_LENGTH), line);
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

function linesIn(path: string): Map<string, string> {
  const lines = new Map<string, string>();
  for (const line of readText(path).split('\n')) {
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
  return crc32(text).toString(16).padStart(SUM_LENGTH, '0');
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
