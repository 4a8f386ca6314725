import { resolve } from 'node:path';
import type { ResolvedConfig, UserConfig } from '../config/types.ts';
import { type BuildCache, openBuildCache } from '../node/cache/build-cache.ts';
import { IconifySets } from '../node/iconify-sets.ts';
import { resolveProject } from '../node/resolve-project.ts';
import { type Timing, timed } from '../node/timing.ts';
import type { SourceFile, Sources } from './collect-sources.ts';
import { findSources } from './find-sources.ts';
import {
  type InputSnapshot,
  refreshSnapshot,
  snapshotInputs,
  withHashes,
} from './input-snapshot.ts';

/** Options of one run. */
export interface RunOptions {
  /** Computes everything and writes nothing. Default: false. */
  readonly dryRun?: boolean;
  /** Called after each icon that had to be processed. */
  readonly onProgress?: (done: number, total: number, file: string) => void;
  /** Called after each stage and after each icon that had to be processed. */
  readonly onTiming?: (timing: Timing) => void;
}

/** Configuration and options of a run. */
export interface BuildRun {
  readonly config: ResolvedConfig;
  readonly options: RunOptions;
  /** Absolute path of the output folder. */
  readonly out: string;
}

/** Run with what was opened and found for it, once. All steps of a build share it. */
export interface BuildContext extends BuildRun {
  /** Iconify sets that are in memory. */
  readonly sets: IconifySets;
  /** `undefined` if caching is off. */
  readonly cache: BuildCache | undefined;
  readonly sources: Sources;
  /** Stats of the source files, with the hashes that are known so far. */
  readonly snapshot: InputSnapshot;
}

/** Options of {@link resolveBuildConfig}. */
export interface ConfigOptions {
  /** Folder that relative paths are resolved from. Default: the process's working folder. */
  readonly cwd?: string;
  /** File that diagnostics name for mistakes in the configuration. Default: `configuration`. */
  readonly configFile?: string;
}

/** @throws {BuildError} when the configuration is wrong. */
export function resolveBuildConfig(
  config: UserConfig,
  { cwd = process.cwd(), configFile = 'configuration' }: ConfigOptions,
): ResolvedConfig {
  return resolveProject(config, { cwd: resolve(cwd), configFile });
}

export function createRun(config: ResolvedConfig, options: RunOptions = {}): BuildRun {
  return { config, options, out: resolve(config.cwd, config.out) };
}

/** Options of {@link openContext}. */
export interface ContextOptions {
  /** Selects the source files to take a snapshot of. Default: all. */
  readonly select?: (sources: readonly SourceFile[]) => readonly SourceFile[];
  /** Sets that a pool reads, too. */
  readonly sets?: IconifySets;
}

/**
 * Opens the cache, finds the source files and takes a snapshot of them.
 *
 * @throws {BuildError} when the inputs are wrong.
 */
export async function openContext(
  config: ResolvedConfig,
  options: RunOptions = {},
  { select = (sources) => sources, sets = new IconifySets() }: ContextOptions = {},
): Promise<BuildContext> {
  const cache = await stage(options, 'cache', () => openBuildCache(config));
  const sources = await stage(options, 'find', () => findSources(config, cache, sets));
  const snapshot = await stage(options, 'snapshot', () =>
    snapshotInputs(select(sources.value), cache, sets),
  );
  return { ...createRun(config, options), sets, cache, sources, snapshot };
}

/** Changes since a context was opened. */
export interface ContextChanges {
  /** Absolute paths of files whose contents may have changed. */
  readonly changed: ReadonlySet<string>;
  /** True if source files may have been added or removed. */
  readonly needsSearch: boolean;
}

/** Updates sources and snapshot after changes; the cache stays open. */
export async function refreshContext(
  context: BuildContext,
  { changed, needsSearch }: ContextChanges,
): Promise<BuildContext> {
  const sources = needsSearch ? await searchAgain(context) : context.sources;
  const toCheck = needsSearch ? undefined : changed;
  const snapshot = refreshSnapshot(sources.value, context.snapshot, toCheck, context.sets);
  return { ...context, sources, snapshot };
}

/** Searches without the cache, which only knows the state before this process. */
async function searchAgain({ config, sets }: BuildContext): Promise<Sources> {
  const { collectSources } = await import('./collect-sources.ts');
  return collectSources(config, sets);
}

/** Adds the hashes of files that were read after the snapshot. */
export function addHashes(
  context: BuildContext,
  hashes: Iterable<readonly [file: string, hash: string]>,
): BuildContext {
  return { ...context, snapshot: withHashes(context.snapshot, hashes) };
}

/** Runs one stage of a build and reports how long it took, if that is wanted. */
export async function stage<T>(
  { onTiming }: RunOptions,
  name: string,
  task: () => T | Promise<T>,
): Promise<T> {
  return onTiming ? timed(name, 'stage', onTiming, task) : task();
}
