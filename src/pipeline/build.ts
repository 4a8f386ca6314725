import type { UserConfig } from '../config/types.ts';
import type { Diagnostic } from '../core/diagnostics.ts';
import type { BuildSizes, BuildStats, Icon } from '../core/types.ts';
import type { SavedLint } from '../node/cache/last-build.ts';
import type { Change } from '../node/plan-outputs.ts';
import { lintIcons, readLintSettings } from './build-lint.ts';
import { type CachedBuild, canSave, restoreBuild, saveBuild } from './build-state.ts';
import {
  addHashes,
  type BuildContext,
  type ConfigOptions,
  openContext,
  type RunOptions,
  resolveBuildConfig,
  stage,
} from './context.ts';
import type { Contents } from './output-writer.ts';
import type { NotPatched, PatchedBuild } from './patch-build.ts';
import { patchableSources } from './patchable-sources.ts';
import { needsMeasuring, type SizeRequest } from './size-request.ts';

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
  /** Compressed sizes; missing if not requested, or if a source file could not be read. */
  readonly sizes?: BuildSizes | undefined;
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

/** Results of {@link buildOutputs} beyond the files. */
export interface OutputRequest {
  /** Retains all icons and files in memory. Default: only while they are few. */
  readonly retainAll?: boolean;
  /** Compressed sizes to measure. Default: none. */
  readonly sizes?: SizeRequest;
}

/**
 * Builds like {@link build}, but streams icons and files instead of retaining them. The output is
 * loaded from the cache, or built again, on request.
 */
export async function buildOutputs(
  config: UserConfig,
  options: BuildOptions = {},
  { retainAll = false, sizes: request }: OutputRequest = {},
): Promise<LazyBuildResult> {
  const context = await openContext(resolveBuildConfig(config, options), options);
  const { diagnostics: sourceDiagnostics } = context.sources;
  const lintSettings = readLintSettings(context.config);
  /** Findings of a build; those of the last one if they are still right. */
  const findingsOf = async (
    saved: SavedLint | undefined,
    loadIcons: () => Promise<readonly Icon[]>,
  ): Promise<SavedLint> => {
    if (saved?.key === lintSettings.key) return saved;
    return lintIcons(await loadIcons(), context.config, lintSettings);
  };

  const cached = restoreBuild(context);
  if (cached) {
    const { stats, outputs, sizes: savedSizes } = cached;
    const changes = outputs.map((path): Change => ({ path, status: 'unchanged' }));
    const loadOutput = async () => (await import('./load-icons.ts')).loadOutput(context, outputs);
    const lint = await findingsOf(cached.lint, async () => (await loadOutput()).icons);
    const diagnostics = [...sourceDiagnostics, ...cached.diagnostics, ...lint.diagnostics];
    const newSizes = await sizesFor(request, cached, { loadOutput, cwd: context.config.cwd });
    const isNew = newSizes !== undefined || lint !== cached.lint;
    if (isNew && !options.dryRun) cached.saveResults({ sizes: newSizes, lint });
    return { stats, sizes: newSizes ?? savedSizes, changes, diagnostics, loadOutput };
  }

  const patched = retainAll ? undefined : await patchLastBuild(context);
  if (patched?.outputs) {
    const { stats, changes, outputs, hashes } = patched;
    const loadOutput = async () =>
      (await import('./load-icons.ts')).loadOutput(addHashes(context, hashes), outputs);
    // Saved by the next build, which finds nothing changed.
    const lint = await findingsOf(patched.lint, async () => (await loadOutput()).icons);
    const sizes = await sizesFor(request, { stats }, { loadOutput, cwd: context.config.cwd });
    const diagnostics = [...sourceDiagnostics, ...patched.diagnostics, ...lint.diagnostics];
    return { stats, sizes, changes, diagnostics, loadOutput };
  }

  // Most builds change nothing and do not need the code that makes outputs.
  const { makeOutputs } = await import('./make-outputs.ts');
  const { processedCount = 0 } = patched ?? {};
  const result = await makeOutputs(context, { retainAll, processedCount });
  const { stats, changes, outputs, contents, hashes, records } = result;
  const lint = await stage(options, 'lint', () => lintIcons(records, context.config, lintSettings));
  const diagnostics = [...sourceDiagnostics, ...result.diagnostics, ...lint.diagnostics];
  const loadOutput = async () =>
    contents ?? (await import('./load-icons.ts')).loadOutput(addHashes(context, hashes), outputs);
  const sizes = await sizesFor(request, result, { loadOutput, cwd: context.config.cwd });
  if (canSave(context))
    await stage(options, 'save', () => saveBuild(context, { ...result, sizes, lint }));
  return { stats, sizes, changes, diagnostics, loadOutput };
}

/** Measures requested sizes that are not saved. */
async function sizesFor(
  request: SizeRequest | undefined,
  { stats, sizes }: Pick<CachedBuild, 'stats'> & Partial<Pick<CachedBuild, 'sizes'>>,
  { loadOutput, cwd }: Pick<LazyBuildResult, 'loadOutput'> & { readonly cwd: string },
): Promise<BuildSizes | undefined> {
  if (request === undefined || !needsMeasuring(request, stats, sizes)) return undefined;
  const { measureSizes } = await import('./measure-sizes.ts');
  return measureSizes(await loadOutput(), request, cwd);
}

/** Builds by patching the outputs of the last build, if that has the same result. */
async function patchLastBuild(
  context: BuildContext,
): Promise<PatchedBuild | NotPatched | undefined> {
  const changed = patchableSources(context);
  if (!changed) return undefined;
  const { patchBuild } = await import('./patch-build.ts');
  return stage(context.options, 'patch', () => patchBuild(context, changed));
}
