import type { UserConfig } from '../config/types.ts';
import type { Diagnostic } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import { createSprites } from '../sprite/create-sprites.ts';
import type { BuildOptions, Outcome } from './build.ts';
import type { SourceFile } from './collect-sources.ts';
import { createRun, openContext, resolveBuildConfig } from './context.ts';
import { makeBuildIcons } from './make-icons.ts';
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
import { abortError, shouldAbort } from './should-abort.ts';

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
  const resolved = resolveBuildConfig(config, options);
  const select = (sources: readonly SourceFile[]) => sourcesOfShard(sources, shard);
  const context = await openContext(resolved, options, { select });
  const { sources } = context;
  const result = await makeBuildIcons(select(sources.value), context);
  // Only the first shard reports problems of the whole set.
  const diagnostics = [...(shard.index === 1 ? sources.diagnostics : []), ...result.diagnostics];
  const blocking = [...sources.diagnostics, ...result.diagnostics];
  const iconCount = result.value.length;
  if (shouldAbort(blocking, iconCount, resolved)) throw abortError(blocking, iconCount, resolved);
  const part = {
    shard,
    options: keyOfOptions(resolved),
    drawings: keyOfSources(sources.value),
    icons: result.value,
    diagnostics,
  };
  const file = writeShard(part, resolved, options);
  return { file, icons: iconCount, worked: result.processedCount, diagnostics };
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
  const resolved = resolveBuildConfig(config, options);
  const { value: icons, diagnostics: problems } = joinShards(paths, resolved);
  if (shouldAbort(problems, icons.length, resolved)) throw new BuildError(problems);
  const finished = { sprites: createSprites(icons, resolved), processedCount: 0, problems };
  const { stats, changes, diagnostics } = await writeOutput(createRun(resolved, options), finished);
  return { stats, changes, diagnostics: [...problems, ...diagnostics] };
}
