import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tryStat } from '../files.ts';
import { ICONS_FILE } from './icon-cache.ts';
import { readLastBuild } from './last-build.ts';
import { LINT_FILE } from './lint-cache.ts';
import { countRecords, pruneRecords, sizeOfRecords } from './records.ts';
import { VERIFIED_FILE } from './verified-cache.ts';

/** Summary of a cache. */
export interface CacheSummary {
  readonly icons: number;
  /** Number of configurations with a cached build. */
  readonly builds: number;
  readonly bytes: number;
}

/** Names of cache files; no other file is removed. */
const CACHE_FILE =
  /^(pruned|((icons|looks|verified)\.jsonl|build-[\da-f]{16}\.json)(\.\d+\.tmp)?)$/;
const BUILD_FILE = /^build-[\da-f]{16}\.json$/;

export function inspectCache(folder: string): CacheSummary {
  const files = filesOf(folder);
  return {
    icons: countRecords(join(folder, ICONS_FILE)),
    builds: files.filter((name) => BUILD_FILE.test(name)).length,
    bytes: files.reduce((sum, name) => sum + sizeOfRecords(join(folder, name)), 0),
  };
}

/** Removes all cache files, and no others. */
export function clearCache(folder: string): void {
  for (const name of filesOf(folder)) rmSync(join(folder, name), { force: true });
}

/** Maximum size in bytes of the icon file and of the lint and verified files, and maximum age of a build in ms. */
const LIMITS = { bytes: 128_000_000, lintBytes: 32_000_000, age: 30 * 24 * 3_600_000 };
const DAY = 24 * 3_600_000;
/** Marker file whose time is that of the last pruning. */
const PRUNE_MARKER = 'pruned';

/** Prunes the cache, once a day. */
export function pruneDaily(folder: string, now: number): void {
  const marker = join(folder, PRUNE_MARKER);
  const last = tryStat(marker)?.mtimeMs;
  if (last !== undefined && now - last < DAY) return;
  writeFileSync(marker, '');
  if (last !== undefined) pruneCache(folder, now);
}

/**
 * Drops builds unused for 30 days and icons that no other build needs; also the oldest icons if all
 * take more than 128 MB.
 */
function pruneCache(folder: string, now: number): void {
  const wanted = new Set<string>();
  for (const name of filesOf(folder).filter((each) => BUILD_FILE.test(each))) {
    const path = join(folder, name);
    const used = tryStat(path)?.mtimeMs ?? 0;
    if (now - used > LIMITS.age) rmSync(path, { force: true });
    else for (const key of readLastBuild(path)?.icons ?? []) wanted.add(key);
  }
  pruneRecords(join(folder, ICONS_FILE), wanted, LIMITS.bytes);
  // No build records which of these it needs, and measuring again is fast.
  for (const name of [LINT_FILE, VERIFIED_FILE]) {
    const path = join(folder, name);
    if (sizeOfRecords(path) > LIMITS.lintBytes) rmSync(path, { force: true });
  }
}

function filesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => CACHE_FILE.test(name));
  } catch {
    return [];
  }
}
