import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { resolveConfig } from './config/resolve.ts';
import type { ResolvedConfig, UserConfig } from './config/types.ts';
import { type Diagnostic, isError, isUsage } from './core/diagnostics.ts';
import { BuildError } from './core/errors.ts';
import { byCodeUnit } from './core/names.ts';
import type { Checked, Icon, OutputFile, Sprite } from './core/types.ts';
import { emit } from './emit/index.ts';
import { type BuildCache, openBuildCache } from './node/cache/build-cache.ts';
import { type Gathered, gather } from './node/gather.ts';
import { type Inputs, lookAtInputs } from './node/inputs.ts';
import { makeIcons } from './node/make-icons.ts';
import { recall, remember } from './node/remember.ts';
import { type BuildStats, statsOf } from './node/stats.ts';
import { type Timing, timed } from './node/timing.ts';
import { type Change, type WriteOptions, writeOutputs } from './node/write.ts';
import { createSprites } from './sprite/create.ts';
import { inspectSprite } from './sprite/inspect.ts';
import { resolveAliases } from './sprite/resolve-aliases.ts';

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

/** What there is to tell of a build. */
export interface Outcome {
  readonly stats: BuildStats;
  /** What became of each file in the output folder. */
  readonly changes: readonly Change[];
  /** Warnings and infos; with `keepGoing`, also the errors of the icons that were left out. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What a build holds. */
export interface Contents {
  /** The icons, sorted by name. */
  readonly icons: readonly Icon[];
  readonly sprites: readonly Sprite[];
  /** The outputs, in the order in which they were written. */
  readonly files: readonly OutputFile[];
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
  const { load, ...outcome } = await buildOutputs(config, options);
  return { ...outcome, ...(await load()) };
}

/** As {@link build}, but where nothing has changed, nothing is loaded until it is asked for. */
export async function buildOutputs(config: UserConfig, options: BuildOptions = {}): Promise<Built> {
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
    const load = async () => {
      const { value } = await finishIcons(found, inputs, resolved, cache, options);
      return {
        icons: value,
        sprites: createSprites(value, resolved.split),
        files: await readAll(outputs, out),
      };
    };
    return { stats, changes, diagnostics: [...found.diagnostics, ...memory.diagnostics], load };
  }

  const icons = await stage('icons', () => finishIcons(found, inputs, resolved, cache, options));
  if (isFatal([...found.diagnostics, ...icons.diagnostics], icons.value, resolved)) {
    throw new BuildError([...found.diagnostics, ...icons.diagnostics]);
  }
  const made = await stage('write', () =>
    deliver(createSprites(icons.value, resolved.split), icons.worked, resolved, { dryRun }),
  );
  const diagnostics = [...icons.diagnostics, ...made.diagnostics];
  if (cache && !dryRun) {
    await stage('keep', () => remember(cache, subject, { ...made, diagnostics }));
  }
  const { stats, changes, sprites, files } = made;
  const load = async () => ({ icons: made.icons, sprites, files });
  return { stats, changes, diagnostics: [...found.diagnostics, ...diagnostics], load };
}

/** The second half of a build: writes sprites and what is said of them. */
export async function deliver(
  sprites: readonly Sprite[],
  worked: number,
  config: ResolvedConfig,
  options: Omit<WriteOptions, 'cwd'>,
): Promise<BuildResult> {
  const icons = sprites
    .flatMap((sprite) => sprite.icons)
    .sort((a, b) => byCodeUnit(a.name, b.name));
  const files = await emit(sprites, config);
  const out = resolve(config.cwd, config.out);
  const changes = await writeOutputs(files, out, { cwd: config.cwd, ...options });
  const stats = statsOf(icons, sprites, files, worked);
  return { icons, sprites, files, changes, stats, diagnostics: sprites.flatMap(inspectSprite) };
}

/** Leaving out icons can be asked for; a wrong call stays wrong. */
export function isFatal(
  diagnostics: readonly Diagnostic[],
  icons: readonly Icon[],
  config: ResolvedConfig,
): boolean {
  const canGoOn = config.keepGoing && icons.length > 0 && !diagnostics.some(isUsage);
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
  const inputs = lookAtInputs(found.value, cache);
  const { value, diagnostics } = await finishIcons(found, inputs, config, cache, {});
  return { value, diagnostics: [...found.diagnostics, ...diagnostics] };
}

async function finishIcons(
  found: Gathered,
  { seen }: Inputs,
  config: ResolvedConfig,
  cache: BuildCache | undefined,
  { dryRun = false, onProgress, onTiming }: BuildOptions,
): Promise<Checked<readonly Icon[]> & { readonly worked: number }> {
  const kept = cache?.icons();
  const made = await makeIcons(found.value, { config, cache: kept, seen, onProgress, onTiming });
  if (!dryRun) cache?.keepIcons();
  const named = resolveAliases(made.value, config.aliases, config.configFile, found.names);
  const diagnostics = [...made.diagnostics, ...named.diagnostics];
  return { value: named.value, diagnostics, worked: made.worked };
}

async function readAll(paths: readonly string[], folder: string): Promise<readonly OutputFile[]> {
  const read = async (path: string) => ({
    path,
    contents: await readFile(join(folder, path), 'utf8'),
  });
  return Promise.all(paths.map(read));
}

/** @throws {BuildError} when the configuration is wrong. */
export function resolveFor(
  config: UserConfig,
  { cwd = process.cwd(), configFile = 'configuration' }: BuildOptions,
): ResolvedConfig {
  return resolveConfig(config, { cwd: resolve(cwd), configFile });
}
