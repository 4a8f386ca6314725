import type { UserConfig } from '../config/types.ts';
import type { Diagnostic } from '../core/diagnostics.ts';
import type { BuildStats } from '../core/types.ts';
import type { Change } from '../node/plan-outputs.ts';
import { canSave, restoreBuild, saveBuild } from './build-state.ts';
import {
  addHashes,
  type ConfigOptions,
  openContext,
  type RunOptions,
  resolveBuildConfig,
  stage,
} from './context.ts';
import type { Contents } from './output-writer.ts';

/** Options of one build run. What to build is up to the configuration. */
export interface BuildOptions extends RunOptions, ConfigOptions {}

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
  const { loadOutput, ...outcome } = await buildOutputs(config, options, { retainAll: true });
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
  { retainAll = false }: { readonly retainAll?: boolean } = {},
): Promise<LazyBuildResult> {
  const context = await openContext(resolveBuildConfig(config, options), options);
  const { diagnostics: sourceDiagnostics } = context.sources;

  const cached = restoreBuild(context);
  if (cached) {
    const { stats, outputs } = cached;
    const changes = outputs.map((path): Change => ({ path, status: 'unchanged' }));
    const diagnostics = [...sourceDiagnostics, ...cached.diagnostics];
    const loadOutput = async () => (await import('./load-icons.ts')).loadOutput(context, outputs);
    return { stats, changes, diagnostics, loadOutput };
  }

  // Most builds change nothing and do not need the code that makes outputs.
  const { makeOutputs } = await import('./make-outputs.ts');
  const result = await makeOutputs(context, { retainAll });
  if (canSave(context)) await stage(options, 'save', () => saveBuild(context, result));
  const { stats, changes, outputs, contents, hashes } = result;
  const diagnostics = [...sourceDiagnostics, ...result.diagnostics];
  const loadOutput = async () =>
    contents ?? (await import('./load-icons.ts')).loadOutput(addHashes(context, hashes), outputs);
  return { stats, changes, diagnostics, loadOutput };
}
