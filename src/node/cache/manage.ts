import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { statsAt } from '../files.ts';
import { RECORDS_FILE } from './icons.ts';
import { readLast } from './last.ts';
import { LOOKS_FILE } from './looks.ts';
import { countRecords, pruneRecords, sizeOfRecords } from './records.ts';
import { VERIFIED_FILE } from './verified.ts';

/** What a cache holds. */
export interface CacheFacts {
  readonly icons: number;
  /** Configurations whose last build is known. */
  readonly builds: number;
  readonly bytes: number;
}

/** By their names alone we know what is ours. */
const OURS = /^(pruned|((icons|looks|verified)\.jsonl|build-[\da-f]{16}\.json)(\.\d+\.tmp)?)$/;
const BUILD = /^build-[\da-f]{16}\.json$/;

export function inspectCache(folder: string): CacheFacts {
  const files = filesOf(folder);
  return {
    icons: countRecords(join(folder, RECORDS_FILE)),
    builds: files.filter((name) => BUILD.test(name)).length,
    bytes: files.reduce((sum, name) => sum + sizeOfRecords(join(folder, name)), 0),
  };
}

/** Removes what is kept, and nothing that someone else put there. */
export function clearCache(folder: string): void {
  for (const name of filesOf(folder)) rmSync(join(folder, name), { force: true });
}

/** Largest files of icons and of looks (the same for verified icons), in bytes, and age of a build, in ms, from which what it kept may go. */
const LIMITS = { bytes: 128_000_000, looks: 32_000_000, age: 30 * 24 * 3_600_000 };
const DAY = 24 * 3_600_000;
/** Its time says when the cache was pruned. */
const MARK = 'pruned';

/** Prunes the cache, once a day. */
export function pruneDaily(folder: string, now: number): void {
  const mark = join(folder, MARK);
  const last = statsAt(mark)?.mtimeMs;
  if (last !== undefined && now - last < DAY) return;
  writeFileSync(mark, '');
  if (last !== undefined) pruneCache(folder, now);
}

/**
 * Drops builds that no one has asked for in 30 days, and the icons that no other build needs; the
 * oldest icons, too, where all would take more than 128 MB.
 */
function pruneCache(folder: string, now: number): void {
  const wanted = new Set<string>();
  for (const name of filesOf(folder).filter((each) => BUILD.test(each))) {
    const path = join(folder, name);
    const used = statsAt(path)?.mtimeMs ?? 0;
    if (now - used > LIMITS.age) rmSync(path, { force: true });
    else for (const key of readLast(path)?.icons ?? []) wanted.add(key);
  }
  pruneRecords(join(folder, RECORDS_FILE), wanted, LIMITS.bytes);
  // No build says which of these it needs, and they are measured anew in no time.
  for (const name of [LOOKS_FILE, VERIFIED_FILE]) {
    const path = join(folder, name);
    if (sizeOfRecords(path) > LIMITS.looks) rmSync(path, { force: true });
  }
}

function filesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => OURS.test(name));
  } catch {
    return [];
  }
}
