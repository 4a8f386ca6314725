import { join } from 'node:path';
import { type Diagnostic, isError } from '../core/diagnostics.ts';
import type { BuildStats } from '../core/types.ts';
import { cacheBlockSizes, measuredBlocks } from '../emit/measured-blocks.ts';
import type { BuildCache } from '../node/cache/build-cache.ts';
import { type CachedStat, type LastBuild, refreshStat } from '../node/cache/last-build.ts';
import { isLocked } from '../node/lock.ts';
import { tempFilesBeside } from '../node/temp-files.ts';
import type { Sources } from './collect-sources.ts';
import { type InputSnapshot, keyOfBuild, withHashes } from './input-snapshot.ts';
import { cacheableSearch } from './restore-sources.ts';

/** Summary of the last build, reported if nothing has changed since. */
export interface CachedBuild {
  readonly stats: BuildStats;
  /** Problems other than those of finding source files. */
  readonly diagnostics: readonly Diagnostic[];
  /** Paths of the outputs, in the order in which they were written. */
  readonly outputs: readonly string[];
}

/** Sources and output folder of a build. */
export interface BuildState {
  readonly sources: Sources;
  readonly snapshot: InputSnapshot;
  /** Absolute path of the output folder. */
  readonly out: string;
}

/**
 * Restores the last build if another one would make the same outputs, the outputs are unchanged, and
 * no killed build left anything to clean up.
 */
export function restoreBuild(
  cache: BuildCache,
  { sources, snapshot, out }: BuildState,
): CachedBuild | undefined {
  const { last, context } = cache;
  if (!last || last.key !== keyOfBuild(context, sources.value, snapshot)) return undefined;
  const outputs = intactOutputs(last, out);
  if (!outputs) return undefined;
  // Saved again, so that the next build need not read what this one read.
  const isNewSearch = last.search?.globSnapshot.takenAt !== sources.globSnapshot?.takenAt;
  if (isNewSearch || !isSnapshotUnchanged(last, snapshot, outputs)) {
    const { search: _, ...rest } = last;
    cache.save({
      ...rest,
      ...cacheableSearch(sources),
      takenAt: snapshot.takenAt,
      inputs: snapshot.fileStats,
      outputs,
    });
  } else cache.touch();
  const { stats, diagnostics } = last;
  return { stats: { ...stats, worked: 0 }, diagnostics, outputs: Object.keys(outputs) };
}

/** Saves a build without errors for the next one. */
export function saveBuild(
  cache: BuildCache,
  { sources, snapshot, out }: BuildState,
  result: CachedBuild & { readonly hashes: Iterable<readonly [file: string, hash: string]> },
): void {
  const { stats, diagnostics } = result;
  if (diagnostics.some(isError)) return;
  const outputs = snapshotOutputs(result.outputs, out, cache.last);
  if (!outputs) return;
  const hashedSnapshot = withHashes(snapshot, result.hashes);
  const key = keyOfBuild(cache.context, sources.value, hashedSnapshot);
  const usedKeys = [...cache.icons().used];
  cache.save({
    ...{ takenAt: snapshot.takenAt, context: cache.context, ...cacheableSearch(sources) },
    ...{ key, stats, diagnostics, inputs: hashedSnapshot.fileStats, icons: usedKeys },
    ...{ blocks: measuredBlocks(), outputs },
  });
}

/** Takes data from the last build that speeds up the next one even if sources changed. */
export function primeFromLastBuild({ last, context }: BuildCache): void {
  if (last?.context === context) cacheBlockSizes(last.blocks);
}

function intactOutputs(last: LastBuild, out: string): LastBuild['outputs'] | undefined {
  const paths = Object.keys(last.outputs);
  const outputStats = snapshotOutputs(paths, out, last);
  if (!outputStats || paths.some((path) => outputStats[path]?.[4] !== last.outputs[path]?.[4]))
    return undefined;
  if (isLocked(out)) return undefined;
  for (const path of paths) {
    if (tempFilesBeside(join(out, path)).length > 0) return undefined;
  }
  return outputStats;
}

/** `undefined` if a file is missing. */
function snapshotOutputs(
  paths: readonly string[],
  out: string,
  last?: LastBuild,
): LastBuild['outputs'] | undefined {
  const outputStats: Record<string, CachedStat> = {};
  for (const path of paths) {
    const now = refreshStat(join(out, path), last?.outputs[path], last?.takenAt ?? 0);
    if (!now) return undefined;
    outputStats[path] = now;
  }
  return outputStats;
}

/** Checks if no file was read: unchanged entries are the same objects as in the cache. */
function isSnapshotUnchanged(
  last: LastBuild,
  { fileStats }: InputSnapshot,
  outputs: LastBuild['outputs'],
): boolean {
  for (const [file, now] of fileStats) if (now !== last.inputs.get(file)) return false;
  return Object.entries(outputs).every(([path, now]) => now === last.outputs[path]);
}
