import { join } from 'node:path';
import { type Diagnostic, isError } from '../core/diagnostics.ts';
import type { BuildSizes, BuildStats } from '../core/types.ts';
import { cacheBlockSizes, measuredBlocks } from '../emit/measured-blocks.ts';
import type { BuildCache } from '../node/cache/build-cache.ts';
import {
  type CachedStat,
  type LastBuild,
  refreshStat,
  type SavedLint,
} from '../node/cache/last-build.ts';
import { isLocked } from '../node/lock.ts';
import { tempFilesBeside } from '../node/temp-files.ts';
import type { Sources } from './collect-sources.ts';
import type { BuildContext } from './context.ts';
import { type InputSnapshot, keyOfBuild, withHashes } from './input-snapshot.ts';
import { cacheableSearch } from './restore-sources.ts';

/** Summary of the last build, reported if nothing has changed since. */
export interface CachedBuild {
  readonly stats: BuildStats;
  /** Compressed sizes, if they were measured. */
  readonly sizes?: BuildSizes | undefined;
  /** Problems other than those of finding source files. */
  readonly diagnostics: readonly Diagnostic[];
  /** Findings of rules, if they ran. */
  readonly lint?: SavedLint | undefined;
  /** Paths of the outputs, in the order in which they were written. */
  readonly outputs: readonly string[];
}

/** Last build, to which results can be added that it did not compute. */
export interface RestoredBuild extends CachedBuild {
  readonly saveResults: (results: Pick<CachedBuild, 'sizes' | 'lint'>) => void;
}

/** Result of a build that the next one can use. */
export interface SavableBuild extends CachedBuild {
  /** Source files and the hashes of their contents. */
  readonly hashes: Iterable<readonly [file: string, hash: string]>;
}

/**
 * Restores the last build if another one would make the same outputs, the outputs are unchanged, and
 * no killed build left anything to clean up.
 */
export function restoreBuild(context: BuildContext): RestoredBuild | undefined {
  const { cache, sources, snapshot, out } = context;
  if (!cache?.last || sources.diagnostics.some(isError)) return undefined;
  const { last } = cache;
  // With the same search, context and hashes the key is the same, too.
  const isSame = isSameSearch(cache, sources) && snapshot.fileStats === last.inputs;
  if (!isSame && last.key !== keyOfBuild(cache.context, sources.value, snapshot)) return undefined;
  const outputs = intactOutputs(last, out);
  if (!outputs) return undefined;
  // Saved again, so that the next build does not read the same files again.
  const isNewSearch = last.search?.globSnapshot.takenAt !== sources.globSnapshot?.takenAt;
  let current = last;
  if (isNewSearch || !isSnapshotUnchanged(last, snapshot, outputs)) {
    const { search: _, ...rest } = last;
    const { takenAt, fileStats: inputs } = snapshot;
    current = { ...rest, ...cacheableSearch(sources), takenAt, inputs, outputs };
    cache.save(current);
  } else cache.touch();
  const { stats, sizes, lint, diagnostics } = last;
  return {
    stats: { ...stats, worked: 0 },
    sizes,
    lint,
    diagnostics,
    outputs: Object.keys(outputs),
    saveResults: (results) =>
      cache.save({
        ...current,
        ...(results.sizes && { sizes: results.sizes }),
        ...(results.lint && { lint: results.lint }),
      }),
  };
}

/** Checks if sources were restored from the last build, with the same configuration and code. */
export function isSameSearch(
  { last, context }: Pick<BuildCache, 'last' | 'context'>,
  { globSnapshot }: Sources,
): boolean {
  if (!last?.search || last.context !== context) return false;
  return last.search.globSnapshot === globSnapshot;
}

/** Checks if a run leaves a build for the next one. */
export function canSave({ cache, options }: BuildContext): boolean {
  return cache !== undefined && !options.dryRun;
}

/**
 * Saves a build without errors for the next one, unless the run writes nothing.
 *
 * @param icons keys of its icons in the cache. Default: those that this run used
 */
export function saveBuild(
  context: BuildContext,
  result: SavableBuild,
  icons?: readonly string[],
): void {
  const { cache, sources, snapshot, out } = context;
  const { stats, sizes, lint, diagnostics } = result;
  if (!cache || !canSave(context) || diagnostics.some(isError)) return;
  const outputs = snapshotOutputs(result.outputs, out, cache.last);
  if (!outputs) return;
  const hashedSnapshot = withHashes(snapshot, result.hashes);
  cache.save({
    takenAt: snapshot.takenAt,
    context: cache.context,
    ...cacheableSearch(sources),
    key: keyOfBuild(cache.context, sources.value, hashedSnapshot),
    stats,
    ...(sizes && { sizes }),
    diagnostics,
    ...(lint && { lint }),
    inputs: hashedSnapshot.fileStats,
    icons: icons ?? [...cache.icons().used],
    blocks: measuredBlocks(),
    outputs,
  });
}

/** Takes data from the last build that speeds up the next one even if sources changed. */
export function primeFromLastBuild({ cache }: BuildContext): void {
  if (cache?.last?.context === cache?.context) cacheBlockSizes(cache?.last?.blocks ?? []);
}

/** Stats of a build's outputs if they are as it wrote them, and nothing else is left to clean up. */
export function intactOutputs(last: LastBuild, out: string): LastBuild['outputs'] | undefined {
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

/** Checks if no file was read: unchanged stats are the same objects as in the cache. */
function isSnapshotUnchanged(
  last: LastBuild,
  { fileStats }: InputSnapshot,
  outputs: LastBuild['outputs'],
): boolean {
  return (
    fileStats === last.inputs &&
    Object.entries(outputs).every(([path, now]) => now === last.outputs[path])
  );
}
