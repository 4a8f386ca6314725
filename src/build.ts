import { resolve } from 'node:path';
import type { ResolvedConfig, UserConfig } from './config/types.ts';
import { type Diagnostic, isError } from './core/diagnostics.ts';
import type { Contents } from './deliver.ts';
import type { RunOptions } from './make-outputs.ts';
import { openBuildCache } from './node/cache/build-cache.ts';
import { findDrawings } from './node/find-drawings.ts';
import { lookAtInputs } from './node/inputs.ts';
import { recall, remember } from './node/remember.ts';
import { resolveProject } from './node/resolve-project.ts';
import type { BuildStats } from './node/stats.ts';
import { timed } from './node/timing.ts';
import type { Change } from './node/write.ts';

/** Options of one build run. What to build is up to the configuration. */
export interface BuildOptions extends RunOptions {
  /** Folder that relative paths are resolved from. Default: the process's working folder. */
  readonly cwd?: string;
  /** File that diagnostics name for mistakes in the configuration. Default: `configuration`. */
  readonly configFile?: string;
}

/** Summary of a build: figures, changed files and diagnostics. */
export interface Outcome {
  readonly stats: BuildStats;
  /** Status of each file in the output folder. */
  readonly changes: readonly Change[];
  /** Warnings and infos; with `keepGoing`, also the errors of the icons that were left out. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Result of a build, with its icons, sprites and files. */
export interface BuildResult extends Outcome, Contents {}

/** Summary of a build that loads its output on demand. */
export interface Built extends Outcome {
  readonly load: () => Promise<Contents>;
}

/**
 * Builds the sprite, the names and the manifest.
 *
 * @throws {BuildError} when the configuration is wrong or an icon has an error (with `keepGoing`:
 * when no icon is valid); nothing is written then. Also when a file cannot be written.
 * @example
 * const { icons } = await build({ inputs: 'assets/icons', out: 'src/icons' });
 */
export async function build(config: UserConfig, options: BuildOptions = {}): Promise<BuildResult> {
  const { load, ...outcome } = await buildOutputs(config, options, true);
  return { ...outcome, ...(await load()) };
}

/**
 * Builds like {@link build}, but streams icons and files instead of retaining them. The output is
 * loaded from the cache, or built again, on request.
 *
 * @param holds retains all icons and files in memory; otherwise only while they are few
 */
export async function buildOutputs(
  config: UserConfig,
  options: BuildOptions = {},
  holds = false,
): Promise<Built> {
  const { dryRun = false, onTiming = () => {} } = options;
  const stage = <T>(name: string, task: () => T | Promise<T>) =>
    timed(name, 'stage', onTiming, task);
  const resolved = resolveFor(config, options);
  const out = resolve(resolved.cwd, resolved.out);
  const cache = await stage('cache', () => openBuildCache(resolved));
  const found = await stage('find', () => findDrawings(resolved, cache));
  const inputs = await stage('snapshot', () => lookAtInputs(found.value, cache));
  const subject = { found, inputs, out };
  const load = async (outputs: readonly string[]) =>
    (await import('./load-icons.ts')).loadContents(resolved, outputs);

  const memory = cache && !found.diagnostics.some(isError) && recall(cache, subject);
  if (memory) {
    const { stats, outputs } = memory;
    const changes = outputs.map((path): Change => ({ path, status: 'unchanged' }));
    const diagnostics = [...found.diagnostics, ...memory.diagnostics];
    return { stats, changes, diagnostics, load: () => load(outputs) };
  }

  // Most builds change nothing and do not need the code that makes outputs.
  const { makeOutputs } = await import('./make-outputs.ts');
  const made = await makeOutputs({ found, inputs, cache, holds }, resolved, options);
  if (cache && !dryRun) await stage('save', () => remember(cache, subject, made));
  const { stats, changes, outputs, contents } = made;
  const diagnostics = [...found.diagnostics, ...made.diagnostics];
  return { stats, changes, diagnostics, load: async () => contents ?? load(outputs) };
}

/** @throws {BuildError} when the configuration is wrong. */
export function resolveFor(
  config: UserConfig,
  { cwd = process.cwd(), configFile = 'configuration' }: BuildOptions,
): ResolvedConfig {
  return resolveProject(config, { cwd: resolve(cwd), configFile });
}
