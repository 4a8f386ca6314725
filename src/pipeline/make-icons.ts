import picomatch from 'picomatch';
import type { ResolvedConfig } from '../config/types.ts';
import { cleanTitle } from '../core/default-names.ts';
import { titleFromName } from '../core/names.ts';
import { additionalIds, isValidId } from '../core/symbol-ids.ts';
import type { ColorMode, Icon, Result } from '../core/types.ts';
import { checkIcon } from '../icon/check/check-icon.ts';
import type { IconCache } from '../node/cache/icon-cache.ts';
import type { FileStats } from '../node/cache/stat-table.ts';
import { IconifySets } from '../node/iconify-sets.ts';
import { jobSettingsOf } from '../node/job-settings.ts';
import { openPool, type Pool } from '../node/pool.ts';
import type { Job, ProcessedIcon, ProcessResult } from '../node/process-icon.ts';
import type { SourceFile } from './collect-sources.ts';
import type { BuildContext, RunOptions } from './context.ts';

/** Options of {@link makeIcons}. */
export interface MakeIconsOptions {
  readonly config: ResolvedConfig;
  readonly pool: Pool;
  /** Cache of finished icons. */
  readonly cache: IconCache | undefined;
  /** File stats and hashes by path relative to the working folder. */
  readonly fileStats: FileStats;
  /** Results of earlier builds in this process, by path; new ones are added. */
  readonly recentResults?: Map<string, ProcessedSource>;
  /** Number of source files that come after these. Default: 0. */
  readonly remaining?: number;
  /** Called with each icon in the order of the source files, once all before it are finished. */
  readonly onIcon?: ((icon: Icon) => void) | undefined;
  /** Called after each icon that had to be processed. */
  readonly onProgress?: ((done: number, total: number, file: string) => void) | undefined;
}

/** Source file and the result of processing it. */
export interface ProcessedSource {
  readonly source: SourceFile;
  readonly result: ProcessResult;
  /** Missing if the source file has errors. */
  readonly icon?: Icon;
}

/** Icons in the order of their source files. */
export interface MakeIconsResult extends Result<readonly Icon[]> {
  /** Number of icons that were processed; the rest came from caches. */
  readonly processedCount: number;
}

/** Makes icons from source files. Those with errors are left out and reported. */
export async function makeIcons(
  sources: readonly SourceFile[],
  options: MakeIconsOptions,
): Promise<MakeIconsResult> {
  const { config, pool, cache, fileStats, recentResults, remaining = 0 } = options;
  const { onIcon, onProgress } = options;
  const toJob = jobFactory(config);
  const results = sources.map(restore);
  let finishedCount = 0;
  function reportFinished(): void {
    for (; results[finishedCount]; finishedCount++) {
      const { icon } = results[finishedCount] as ProcessedSource;
      if (icon) onIcon?.(icon);
    }
  }
  reportFinished();
  const missing = [...results.keys()].filter((index) => !results[index]);
  const jobs = missing.map((index) => {
    const source = sources[index] as SourceFile;
    return { ...toJob(source), size: fileStats.get(source.file)?.[0] };
  });
  // Assumes the same cache hit rate for the files that follow.
  const expectedFollowing = Math.round((remaining * jobs.length) / Math.max(sources.length, 1));
  let done = 0;
  const onProcessed = (index: number, result: ProcessResult) => {
    const [job, sourceIndex] = [jobs[index] as Job, missing[index] as number];
    const source = sources[sourceIndex] as SourceFile;
    results[sourceIndex] = toProcessed(source, result, config);
    cache?.put(cache.keyOf(job, result.hash), result);
    reportFinished();
    done += 1;
    onProgress?.(done, jobs.length, source.file);
  };
  await pool.run(jobs, onProcessed, expectedFollowing);

  function restore(source: SourceFile): ProcessedSource | undefined {
    const hash = fileStats.get(source.file)?.[4];
    if (!hash) return undefined;
    const previous = recentResults?.get(source.file);
    if (previous?.result.hash === hash && isSameSource(previous.source, source)) return previous;
    const result = cache && cachedResult(toJob(source), hash, cache);
    return result && toProcessed(source, result, config);
  }

  const processed = results as readonly ProcessedSource[];
  for (const each of processed) {
    if (recentResults && recentResults.get(each.source.file) !== each)
      recentResults.set(each.source.file, each);
  }
  return {
    value: processed.flatMap(({ icon }) => icon ?? []),
    diagnostics: processed.flatMap(({ result }) => result.diagnostics),
    processedCount: jobs.length,
  };
}

/** Icon of a source file whose bytes had a hash, if it is in the cache. */
export function cachedIcon(
  source: SourceFile,
  hash: string,
  { config, cache }: { readonly config: ResolvedConfig; readonly cache: IconCache },
): (Required<ProcessedSource> & { readonly key: string }) | undefined {
  const job = jobFactory(config)(source);
  const result = cachedResult(job, hash, cache);
  const icon = result && toProcessed(source, result, config).icon;
  return icon && { source, result, icon, key: cache.keyOf(job, hash) };
}

function cachedResult(job: Job, hash: string, cache: IconCache): ProcessResult | undefined {
  const result = cache.get(cache.keyOf(job, hash), job, hash);
  // Others can write to the cache, checksums included: unsafe icons are made again.
  const isSafe = result?.icon && checkIcon(result.icon, job.id) === undefined;
  return isSafe ? result : undefined;
}

function toProcessed(
  source: SourceFile,
  result: ProcessResult,
  config: ResolvedConfig,
): ProcessedSource {
  if (!result.icon) return { source, result };
  return { source, result, icon: iconOf(source, result, result.icon, config) };
}

/** Calls {@link makeIcons} with a pool of its own. */
async function makeIconsOnce(
  sources: readonly SourceFile[],
  {
    onTiming,
    sets = new IconifySets(),
    ...options
  }: Omit<MakeIconsOptions, 'pool'> &
    Pick<RunOptions, 'onTiming'> & { readonly sets?: IconifySets },
): Promise<MakeIconsResult> {
  const pool = openIconPool(options.config, { ...(onTiming && { onTiming }) }, sets);
  return makeIcons(sources, { ...options, pool }).finally(() => pool.close());
}

/** Makes icons that are in no cache, for other uses than a build. */
export function makeUncachedIcons(
  sources: readonly SourceFile[],
  config: ResolvedConfig,
): Promise<MakeIconsResult> {
  return makeIconsOnce(sources, { config, cache: undefined, fileStats: new Map() });
}

/** Makes icons of a build, with its cache, and saves new ones there. */
export async function makeBuildIcons(
  sources: readonly SourceFile[],
  context: BuildContext,
): Promise<MakeIconsResult> {
  const { onTiming } = context.options;
  const options = {
    ...iconOptions(context),
    ...(onTiming && { onTiming }),
    sets: context.sets,
  };
  const result = await makeIconsOnce(sources, options);
  context.cache?.saveIcons();
  return result;
}

/** Makes all icons of a build; reports problems of finding their files, too. */
export async function makeAllIcons(context: BuildContext): Promise<MakeIconsResult> {
  const { sources } = context;
  const result = await makeBuildIcons(sources.value, context);
  return { ...result, diagnostics: [...sources.diagnostics, ...result.diagnostics] };
}

/** Options of {@link makeIcons} that a build decides. */
export function iconOptions({
  config,
  cache,
  snapshot: { fileStats },
  options: { onProgress },
}: BuildContext): Pick<MakeIconsOptions, 'config' | 'cache' | 'fileStats' | 'onProgress'> {
  return { config, fileStats, onProgress, cache: cache?.icons() };
}

/** Opens a pool that processes the icons of a configuration. */
export function openIconPool(
  config: ResolvedConfig,
  { onTiming = () => {} }: RunOptions,
  sets: IconifySets,
): Pool {
  return openPool(jobSettingsOf(config), { threads: config.threads, onTiming, sets });
}

/** Source files of icons and the hashes of their contents. */
export function hashesOf(
  icons: readonly Icon[],
): readonly (readonly [file: string, hash: string])[] {
  return icons.map(({ source }) => [source.file, source.hash]);
}

function isSameSource(a: SourceFile, b: SourceFile): boolean {
  return (
    a === b ||
    (a.name === b.name &&
      a.folder === b.folder &&
      JSON.stringify([a.meta, a.aliases]) === JSON.stringify([b.meta, b.aliases]))
  );
}

function jobFactory(config: ResolvedConfig): (source: SourceFile) => Job {
  const colorOf = colorModeLookup(config.color);
  return ({ name, path, entry, file, meta }) => {
    const job = {
      ...{ path, file, id: config.prefix + name, color: meta.color ?? colorOf(file) },
      ...(meta.verify !== undefined && { verify: meta.verify }),
    };
    return entry === undefined ? job : { ...job, entry };
  };
}

function iconOf(
  { name, file, folder, meta, aliases }: SourceFile,
  { hash, bytes }: ProcessResult,
  { symbol, plainSymbol, facts }: ProcessedIcon,
  { prefix, ids: templates }: Pick<ResolvedConfig, 'prefix' | 'ids'>,
): Icon {
  const declaredTitle = cleanTitle(facts.title);
  const title = meta.title ?? (declaredTitle || titleFromName(name));
  const source = { file, name, folder, hash, bytes, meta };
  const publicFacts = declaredTitle === facts.title ? facts : { ...facts, title: declaredTitle };
  const ids = additionalIds({ name, file, aliases }, { prefix, ids: templates })
    .map(({ id }) => id)
    .filter(isValidId);
  return {
    ...{ name, id: prefix + name, symbol, plainSymbol, facts: publicFacts, source, title, aliases },
    ...(ids.length > 0 && { ids }),
  };
}

/** Creates a lookup of the color mode by file: the last matching glob wins. */
export function colorModeLookup(color: ResolvedConfig['color']): (file: string) => ColorMode {
  const globs = Object.entries(color).map(
    ([glob, mode]) => [glob === '**' ? () => true : picomatch(glob), mode] as const,
  );
  return (file) => globs.findLast(([matches]) => matches(file))?.[1] ?? 'keep';
}
