import { resolve } from 'node:path';
import type { ResolvedConfig, UserConfig } from '../config/types.ts';
import { type Diagnostic, isError } from '../core/diagnostics.ts';
import type { BuildStats } from '../core/types.ts';
import { openBuildCache } from '../node/cache/build-cache.ts';
import { resolveProject } from '../node/resolve-project.ts';
import { timed } from '../node/timing.ts';
import type { Change } from '../node/write.ts';
import { restoreBuild, saveBuild } from './build-state.ts';
import { findSources } from './find-sources.ts';
import { snapshotInputs } from './input-snapshot.ts';
import type { RunOptions } from './make-outputs.ts';
import type { Contents } from './output-writer.ts';

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
export interface LazyBuildResult extends Outcome {
  readonly loadOutput: () => Promise<Contents>;
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
  const { loadOutput, ...outcome } = await buildOutputs(config, options, true);
  return { ...outcome, ...(await loadOutput()) };
}

/**
 * Builds like {@link build}, but streams icons and files instead of retaining them. The output is
 * loaded from the cache, or built again, on request.
 *
 * @param retainAll retains all icons and files in memory; otherwise only while they are few
 */
export async function buildOutputs(
  config: UserConfig,
  options: BuildOptions = {},
  retainAll = false,
): Promise<LazyBuildResult> {
  const { dryRun = false, onTiming = () => {} } = options;
  const stage = <T>(name: string, task: () => T | Promise<T>) =>
    timed(name, 'stage', onTiming, task);
  const resolved = resolveBuildConfig(config, options);
  const out = resolve(resolved.cwd, resolved.out);
  const cache = await stage('cache', () => openBuildCache(resolved));
  const sources = await stage('find', () => findSources(resolved, cache));
  const snapshot = await stage('snapshot', () => snapshotInputs(sources.value, cache));
  const state = { sources, snapshot, out };
  const loadOutput = async (outputs: readonly string[]) =>
    (await import('./load-icons.ts')).loadOutput(resolved, outputs);

  const cached = cache && !sources.diagnostics.some(isError) && restoreBuild(cache, state);
  if (cached) {
    const { stats, outputs } = cached;
    const changes = outputs.map((path): Change => ({ path, status: 'unchanged' }));
    const diagnostics = [...sources.diagnostics, ...cached.diagnostics];
    return { stats, changes, diagnostics, loadOutput: () => loadOutput(outputs) };
  }

  // Most builds change nothing and do not need the code that makes outputs.
  const { makeOutputs } = await import('./make-outputs.ts');
  const result = await makeOutputs({ sources, snapshot, cache, retainAll }, resolved, options);
  if (cache && !dryRun) await stage('save', () => saveBuild(cache, state, result));
  const { stats, changes, outputs, contents } = result;
  const diagnostics = [...sources.diagnostics, ...result.diagnostics];
  return { stats, changes, diagnostics, loadOutput: async () => contents ?? loadOutput(outputs) };
}

/** @throws {BuildError} when the configuration is wrong. */
export function resolveBuildConfig(
  config: UserConfig,
  { cwd = process.cwd(), configFile = 'configuration' }: BuildOptions,
): ResolvedConfig {
  return resolveProject(config, { cwd: resolve(cwd), configFile });
}
