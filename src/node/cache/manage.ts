import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { statsAt } from '../files.ts';
import { RECORDS_FILE } from './icons.ts';
import { readLast } from './last.ts';
import { LOOKS_FILE } from './looks.ts';
import { countRecords, pruneRecords, sizeOfRecords } from './records.ts';
import { VERIFIED_FILE } from './verified.ts';

/** Summary of a cache. */
export interface CacheFacts {
  readonly icons: number;
  /** Number of configurations with a cached build. */
  readonly builds: number;
  readonly bytes: number;
}

/** Names of cache files; no other file is removed. */
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

/** Removes all cache files, and no others. */
export function clearCache(folder: string): void {
  for (const name of filesOf(folder)) rmSync(join(folder, name), { force: true });
}

/** Maximum size in bytes of the icon file and of the lint and verified files, and maximum age of a build in ms. */
const LIMITS = { bytes: 128_000_000, looks: 32_000_000, age: 30 * 24 * 3_600_000 };
const DAY = 24 * 3_600_000;
/** Marker file whose time is that of the last pruning. */
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
 * Drops builds unused for 30 days and icons that no other build needs; also the oldest icons if all
 * take more than 128 MB.
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
  // No build records which of these it needs, and measuring again is fast.
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
