import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { resolveConfig } from './config/resolve.ts';
import type { ResolvedConfig, UserConfig } from './config/types.ts';
import { type Diagnostic, isError, isUsage } from './core/diagnostics.ts';
import { BuildError } from './core/errors.ts';
import type { Checked, Icon, OutputFile } from './core/types.ts';
import { type Contents, type Delivered, deliver, openDelivery } from './deliver.ts';
import { type BuildCache, openBuildCache } from './node/cache/build-cache.ts';
import { type Gathered, gather } from './node/gather.ts';
import { type Inputs, lookAtInputs } from './node/inputs.ts';
import { makeIconsOnce } from './node/make-icons.ts';
import { makeSprites } from './node/make-sprites.ts';
import { openPool } from './node/pool.ts';
import { recall, remember } from './node/remember.ts';
import { settingsOf } from './node/settings.ts';
import type { BuildStats } from './node/stats.ts';
import { type Timing, timed } from './node/timing.ts';
import type { Change } from './node/write.ts';
import { createSprites } from './sprite/create.ts';

/** How to run a build; what to build is the configuration's. */
export interface BuildOptions {
  /** Folder that relative paths start from. Default: the process's working folder. */
  readonly cwd?: string;
  /** Computes everything and writes nothing. Default: false. */
  readonly dryRun?: boolean;
  /** Called after each drawing that had to be worked on. */
  readonly onProgress?: (done: number, total: number, file: string) => void;
  /** Called after each stage, and after each drawing that had to be worked on. */
  readonly onTiming?: (timing: Timing) => void;
  /** File to name for mistakes in the configuration. Default: `configuration`. */
  readonly configFile?: string;
}

/** Also what only builds of ours ask for. */
export interface RunOptions extends BuildOptions {
  /** Holds all icons and files for who asks for them. Default: as long as they are few. */
  readonly holds?: boolean;
}

/** What there is to tell of a build. */
export interface Outcome {
  readonly stats: BuildStats;
  /** What became of each file in the output folder. */
  readonly changes: readonly Change[];
  /** Warnings and infos; with `keepGoing`, also the errors of the icons that were left out. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What a build made. */
export interface BuildResult extends Outcome, Contents {}

/** An outcome, and how to get at what the build holds. */
export interface Built extends Outcome {
  readonly load: () => Promise<Contents>;
}

/**
 * Builds the sprite, the names and the manifest.
 *
 * @throws {BuildError} when the configuration is wrong or an icon has an error (with `keepGoing`:
 * when no icon is good); nothing is written then. Also when a file cannot be written.
 * @example
 * const { icons } = await build({ inputs: 'assets/icons', out: 'src/icons' });
 */
export async function build(config: UserConfig, options: BuildOptions = {}): Promise<BuildResult> {
  const { load, ...outcome } = await buildOutputs(config, { ...options, holds: true });
  return { ...outcome, ...(await load()) };
}

/**
 * As {@link build}, but icons and files pass through and are not held: what is asked for afterwards
 * is taken out of the cache or made anew.
 */
export async function buildOutputs(config: UserConfig, options: RunOptions = {}): Promise<Built> {
  const { dryRun = false, onTiming = () => {} } = options;
  const stage = <T>(name: string, task: () => T | Promise<T>) =>
    timed(name, 'stage', onTiming, task);
  const resolved = resolveFor(config, options);
  const out = resolve(resolved.cwd, resolved.out);
  const cache = await stage('cache', () => openBuildCache(resolved));
  const found = await stage('find', () => gather(resolved));
  const inputs = await stage('look', () => lookAtInputs(found.value, cache));
  const subject = { drawings: found.value, inputs, out };

  const memory = cache && !found.diagnostics.some(isError) && recall(cache, subject);
  if (memory) {
    const { stats, outputs } = memory;
    const changes = outputs.map((path): Change => ({ path, status: 'unchanged' }));
    const load = () => loadContents(resolved, outputs);
    return { stats, changes, diagnostics: [...found.diagnostics, ...memory.diagnostics], load };
  }

  const made = await makeOutputs(found, inputs, resolved, cache, options);
  if (cache && !dryRun) await stage('keep', () => remember(cache, subject, made));
  const { stats, changes, diagnostics, outputs, contents } = made;
  const load = async () => contents ?? loadContents(resolved, outputs);
  return { stats, changes, diagnostics: [...found.diagnostics, ...diagnostics], load };
}

/** Makes the icons and passes them on, sprite by sprite. */
async function makeOutputs(
  found: Gathered,
  { seen }: Inputs,
  config: ResolvedConfig,
  cache: BuildCache | undefined,
  { dryRun = false, onProgress, onTiming = () => {}, holds = false }: RunOptions,
): Promise<Delivered> {
  const told: Diagnostic[] = [];
  let worked = 0;
  let icons = 0;
  const pool = openPool(settingsOf(config), { threads: config.threads, onTiming });
  const delivery = openDelivery(config, { dryRun, holds });
  try {
    const sprites = makeSprites(found.value, {
      ...{ config, pool, seen, onProgress, cache: cache?.icons(), keepGoing: config.keepGoing },
      onPart(part) {
        told.push(...part.diagnostics);
        worked += part.worked;
        icons += part.icons.length;
        if (!dryRun) cache?.keepIcons();
      },
    });
    await timed('icons', 'stage', onTiming, async () => {
      for await (const sprite of sprites) await delivery.add(sprite);
    });
    pool.close();
    const before = [...found.diagnostics, ...told];
    if (isFatal(before, icons, config)) throw new BuildError(before);
    const { diagnostics, ...made } = await timed('write', 'stage', onTiming, () =>
      delivery.end(worked, before),
    );
    return { ...made, diagnostics: [...told, ...diagnostics] };
  } finally {
    pool.close();
    delivery.close();
  }
}

/** What a build holds, out of the cache or made anew; the files as they were written. */
async function loadContents(config: ResolvedConfig, outputs: readonly string[]): Promise<Contents> {
  const { value: icons, diagnostics: problems } = await loadIcons(config);
  const sprites = createSprites(icons, config.split);
  const files = await readAll(outputs, resolve(config.cwd, config.out));
  if (files) return { icons, sprites, files };
  // Another build into the same folder may have removed them since.
  const made = { worked: 0, problems };
  const { contents } = await deliver(sprites, made, config, { dryRun: true, holds: true });
  return { icons, sprites, files: contents?.files ?? [] };
}

/** `undefined` where one cannot be read. */
async function readAll(
  paths: readonly string[],
  folder: string,
): Promise<readonly OutputFile[] | undefined> {
  const files: OutputFile[] = [];
  for (const path of paths) {
    const contents = await readFile(join(folder, path), 'utf8').catch(() => undefined);
    if (contents === undefined) return undefined;
    files.push({ path, contents });
  }
  return files;
}

/** Leaving out icons can be asked for; a wrong call stays wrong. */
export function isFatal(
  diagnostics: readonly Diagnostic[],
  icons: number,
  config: ResolvedConfig,
): boolean {
  const canGoOn = config.keepGoing && icons > 0 && !diagnostics.some(isUsage);
  return diagnostics.some(isError) && !canGoOn;
}

/**
 * The first half of a build: the icons, finished but not joined, sorted by name. Those that have
 * errors are left out and told of.
 *
 * @throws {BuildError} when the configuration is wrong.
 */
export async function loadIcons(config: ResolvedConfig): Promise<Checked<readonly Icon[]>> {
  const cache = openBuildCache(config);
  const found = await gather(config);
  const { seen } = lookAtInputs(found.value, cache);
  const made = await makeIconsOnce(found.value, { config, seen, cache: cache?.icons() });
  cache?.keepIcons();
  return { value: made.value, diagnostics: [...found.diagnostics, ...made.diagnostics] };
}

/** @throws {BuildError} when the configuration is wrong. */
export function resolveFor(
  config: UserConfig,
  { cwd = process.cwd(), configFile = 'configuration' }: BuildOptions,
): ResolvedConfig {
  return resolveConfig(config, { cwd: resolve(cwd), configFile });
}
