import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import { writeWhole } from '../files.ts';
import { type Decoder, tryDecode } from './decode.ts';
import { signatureOf } from './signature.ts';

/** How values are written. */
export interface RecordCodec<T> {
  /** What JSON can hold. */
  readonly write: (value: T) => unknown;
  /** Reads it, whoever wrote it. */
  readonly read: Decoder<T>;
}

/** Values by key, in one file of lines that only ever grows, until it is pruned. */
export interface Records<T> {
  /** How many the file held. */
  readonly count: number;
  readonly get: (key: string) => T | undefined;
  /** Kept in memory until `flush`. */
  readonly put: (key: string, value: T) => void;
  /** Appends what is new. Processes that do so at the same time do not disturb each other. */
  readonly flush: () => void;
}

/** Bytes from which nothing more is kept: it all must fit into memory to be read. */
const LARGEST = 256_000_000;
/** Characters that are written at a time. */
const CHUNK = 8_000_000;

/** `<key> <sum of the text> <text>`; key and sum in hex. */
const KEY = 32;
const SUM = 8;
const TEXT = KEY + SUM + 2;

/**
 * Opens a file of records; a missing one is empty. A line that was cut off or changed does not have
 * the sum that it says, and counts as missing; so does one that cannot be decoded. Lines are parsed
 * when they are asked for.
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
      const text = line.slice(TEXT);
      const isWhole = sumOf(text) === line.slice(KEY + 1, TEXT - 1);
      return isWhole ? tryDecode(text, read) : undefined;
    },
    put: (key, value) => void added.set(key, value),
    flush() {
      if (added.size === 0) return;
      mkdirSync(dirname(path), { recursive: true });
      // Whatever stands before it may have been cut off, so each write begins with an empty line.
      // Systems do not mix one write with those of others.
      let text = '';
      const append = () => {
        appendFileSync(path, `\n${text}`);
        size += Buffer.byteLength(text);
        text = '';
      };
      for (const [key, value] of added) {
        if (size + text.length > LARGEST) break;
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

/** How many records a file has. */
export function countRecords(path: string): number {
  return linesIn(path).size;
}

/** Keeps the lines that are wanted, the newest of them up to a size in bytes. */
export function pruneRecords(path: string, wanted: ReadonlySet<string>, size: number): void {
  const lines = new Map<string, string>();
  for (const line of readText(path).split('\n')) lines.set(line.slice(0, KEY), line);
  let sum = 0;
  const kept = [...lines].reverse().filter(([key, line]) => {
    sum += wanted.has(key) ? Buffer.byteLength(line) + 1 : 0;
    return wanted.has(key) && sum <= size;
  });
  writeWhole(
    path,
    kept
      .reverse()
      .map(([, line]) => `${line}\n`)
      .join(''),
  );
}

/** Size of the file in bytes. */
export function sizeOfRecords(path: string): number {
  return signatureOf(path)?.[0] ?? 0;
}

function linesIn(path: string): Map<string, string> {
  const lines = new Map<string, string>();
  for (const line of readText(path).split('\n')) {
    if (line.length > TEXT && line[KEY] === ' ') lines.set(line.slice(0, KEY), line);
  }
  return lines;
}

function lineOf(key: string, value: unknown): string {
  const text = JSON.stringify(value);
  return `${key} ${sumOf(text)} ${text}`;
}

function sumOf(text: string): string {
  return crc32(text).toString(16).padStart(SUM, '0');
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
