import type { UserConfig } from '../config/types.ts';
import type { Diagnostic } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import { openBuildCache } from '../node/cache/build-cache.ts';
import { createSprites } from '../sprite/create-sprites.ts';
import { type BuildOptions, type Outcome, resolveBuildConfig } from './build.ts';
import { findSources } from './find-sources.ts';
import { snapshotInputs } from './input-snapshot.ts';
import { makeIconsOnce } from './make-icons.ts';
import { shouldAbort } from './make-outputs.ts';
import { writeOutput } from './output-writer.ts';
import {
  joinShards,
  keyOfOptions,
  keyOfSources,
  SHARDS_FOLDER,
  sourcesOfShard,
  writeShard,
} from './shard-files.ts';
import type { Shard } from './shard-part.ts';

/** Summary of a built shard. */
export interface ShardOutcome {
  /** File of the partial result, relative to the working folder. */
  readonly file: string;
  readonly icons: number;
  /** Number of icons that were processed; the rest came from the cache. */
  readonly worked: number;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Builds one shard of the icons and writes a partial result for {@link mergeShards}, which may run on
 * another machine.
 *
 * @throws {BuildError} like a build; nothing is written then.
 */
export async function buildShard(
  config: UserConfig,
  shard: Shard,
  options: BuildOptions = {},
): Promise<ShardOutcome> {
  const { onProgress, onTiming = () => {} } = options;
  const resolved = resolveBuildConfig(config, options);
  const cache = openBuildCache(resolved);
  const sources = await findSources(resolved, cache);
  const shardSources = sourcesOfShard(sources.value, shard);
  const { fileStats } = snapshotInputs(shardSources, cache);
  const iconCache = cache?.icons();
  const result = await makeIconsOnce(shardSources, {
    ...{ config: resolved, cache: iconCache, fileStats, onProgress, onTiming },
  });
  cache?.saveIcons();
  // Only the first shard reports problems of the whole set.
  const diagnostics = [...(shard.index === 1 ? sources.diagnostics : []), ...result.diagnostics];
  const blocking = [...sources.diagnostics, ...result.diagnostics];
  if (shouldAbort(blocking, result.value.length, resolved)) throw new BuildError(blocking);
  const part = {
    shard,
    options: keyOfOptions(resolved),
    drawings: keyOfSources(sources.value),
    icons: result.value,
    diagnostics,
  };
  const file = writeShard(part, resolved);
  return { file, icons: result.value.length, worked: result.processedCount, diagnostics };
}

/**
 * Merges the partial results of all shards into the output of one build, byte for byte.
 *
 * @param paths files and folders of partial results, relative to the working folder
 * @throws {BuildError} when a shard is missing or belongs to another build, and like a build.
 */
export async function mergeShards(
  config: UserConfig,
  paths: readonly string[] = [SHARDS_FOLDER],
  options: BuildOptions = {},
): Promise<Outcome> {
  const { dryRun = false } = options;
  const resolved = resolveBuildConfig(config, options);
  const joined = joinShards(paths, resolved);
  const before = joined.diagnostics;
  if (shouldAbort(before, joined.value.length, resolved)) throw new BuildError(before);
  const sprites = createSprites(joined.value, resolved);
  const { stats, changes, diagnostics } = await writeOutput(
    sprites,
    { processedCount: 0, problems: before },
    resolved,
    { dryRun },
  );
  return { stats, changes, diagnostics: [...before, ...diagnostics] };
}
