import { createHash } from 'node:crypto';
import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** Values by key, in one file of lines that only ever grows, until it is pruned. */
export interface Records<T> {
  /** Whether the file held nothing. */
  readonly isEmpty: boolean;
  readonly get: (key: string) => T | undefined;
  readonly has: (key: string) => boolean;
  /** Kept in memory until `flush`. */
  readonly put: (key: string, value: T) => void;
  /** Appends what is new. Processes that do so at the same time do not disturb each other. */
  readonly flush: () => void;
}

/** `<key> <sum of the text> <text>`; key and sum in hex. */
const KEY = 32;
const SUM = 8;
const TEXT = KEY + SUM + 2;

/**
 * Opens a file of records; a missing one is empty. A line that was cut off or changed does not have
 * the sum that it says, and counts as missing. Lines are parsed when they are asked for.
 */
export function openRecords<T>(path: string): Records<T> {
  const lines = new Map<string, string>();
  for (const line of readText(path).split('\n')) {
    if (line.length > TEXT && line[KEY] === ' ') lines.set(line.slice(0, KEY), line);
  }
  const added = new Map<string, T>();
  return {
    isEmpty: lines.size === 0,
    has: (key) => added.has(key) || lines.has(key),
    get(key) {
      const line = lines.get(key);
      if (line === undefined || added.has(key)) return added.get(key);
      const text = line.slice(TEXT);
      return sumOf(text) === line.slice(KEY + 1, TEXT - 1) ? (JSON.parse(text) as T) : undefined;
    },
    put: (key, value) => void added.set(key, value),
    flush() {
      if (added.size === 0) return;
      mkdirSync(dirname(path), { recursive: true });
      const text = [...added].map(([key, value]) => lineOf(key, JSON.stringify(value))).join('');
      // One write, which systems do not mix with those of others. Whatever stands before it may
      // have been cut off, so the first line is empty.
      appendFileSync(path, `\n${text}`);
    },
  };
}

/** Keeps the newest lines of those that are wanted, up to a size in bytes, the wanted ones first. */
export function pruneRecords(path: string, wanted: ReadonlySet<string>, size: number): void {
  const lines = new Map<string, string>();
  for (const line of readText(path).split('\n'))
    if (line !== '') lines.set(line.slice(0, KEY), line);
  const newest = [...lines].reverse();
  const isWanted = ([key]: readonly [string, string]) => wanted.has(key);
  const order = [...newest.filter(isWanted), ...newest.filter((each) => !isWanted(each))];
  let sum = 0;
  const kept = order.filter(([, line]) => {
    sum += Buffer.byteLength(line) + 1;
    return sum <= size;
  });
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(
    temporary,
    kept
      .reverse()
      .map(([, line]) => `${line}\n`)
      .join(''),
  );
  renameSync(temporary, path);
}

/** Size of the file in bytes. */
export function sizeOfRecords(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function lineOf(key: string, text: string): string {
  return `${key} ${sumOf(text)} ${text}\n`;
}

function sumOf(text: string): string {
  return createHash('sha1').update(text).digest('hex').slice(0, SUM);
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
