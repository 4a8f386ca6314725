import { type BuildOptions, type Outcome, resolveFor } from './build.ts';
import type { UserConfig } from './config/types.ts';
import type { Diagnostic } from './core/diagnostics.ts';
import { BuildError } from './core/errors.ts';
import { deliver } from './deliver.ts';
import { isFatal } from './make-outputs.ts';
import { openBuildCache } from './node/cache/build-cache.ts';
import { findDrawings } from './node/find-drawings.ts';
import { lookAtInputs } from './node/inputs.ts';
import { makeIconsOnce } from './node/make-icons.ts';
import {
  drawingsOf,
  joinShards,
  keyOfDrawings,
  keyOfOptions,
  SHARDS,
  writeShard,
} from './node/shard.ts';
import type { Shard } from './node/shard-part.ts';
import { createSprites } from './sprite/create.ts';

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
  const resolved = resolveFor(config, options);
  const cache = openBuildCache(resolved);
  const found = await findDrawings(resolved, cache);
  const drawings = drawingsOf(found.value, shard);
  const { seen } = lookAtInputs(drawings, cache);
  const kept = cache?.icons();
  const made = await makeIconsOnce(drawings, {
    ...{ config: resolved, cache: kept, seen, onProgress, onTiming },
  });
  cache?.keepIcons();
  // Only the first shard reports problems of the whole set.
  const diagnostics = [...(shard.index === 1 ? found.diagnostics : []), ...made.diagnostics];
  const blocking = [...found.diagnostics, ...made.diagnostics];
  if (isFatal(blocking, made.value.length, resolved)) throw new BuildError(blocking);
  const part = {
    shard,
    options: keyOfOptions(resolved),
    drawings: keyOfDrawings(found.value),
    icons: made.value,
    diagnostics,
  };
  const file = writeShard(part, resolved);
  return { file, icons: made.value.length, worked: made.worked, diagnostics };
}

/**
 * Merges the partial results of all shards into the output of one build, byte for byte.
 *
 * @param places files and folders of partial results, relative to the working folder
 * @throws {BuildError} when a shard is missing or belongs to another build, and like a build.
 */
export async function mergeShards(
  config: UserConfig,
  places: readonly string[] = [SHARDS],
  options: BuildOptions = {},
): Promise<Outcome> {
  const { dryRun = false } = options;
  const resolved = resolveFor(config, options);
  const joined = joinShards(places, resolved);
  const before = joined.diagnostics;
  if (isFatal(before, joined.value.length, resolved)) throw new BuildError(before);
  const sprites = createSprites(joined.value, resolved);
  const { stats, changes, diagnostics } = await deliver(
    sprites,
    { worked: 0, problems: before },
    resolved,
    { dryRun },
  );
  return { stats, changes, diagnostics: [...before, ...diagnostics] };
}
