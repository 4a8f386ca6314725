import { resolve } from 'node:path';
import { resolveConfig } from './config/resolve.ts';
import type { ResolvedConfig, UserConfig } from './config/types.ts';
import { type Diagnostic, isError, isUsage } from './core/diagnostics.ts';
import { BuildError } from './core/errors.ts';
import type { Checked, Icon, OutputFile, Sprite } from './core/types.ts';
import { emit } from './emit/index.ts';
import { gather } from './node/gather.ts';
import { makeIcons } from './node/make-icons.ts';
import { type Change, writeOutputs } from './node/write.ts';
import { createSprites } from './sprite/create.ts';
import { inspectSprite } from './sprite/inspect.ts';
import { resolveAliases } from './sprite/resolve-aliases.ts';

/** How to run a build; what to build is the configuration's. */
export interface BuildOptions {
  /** Folder that relative paths start from. Default: the process's working folder. */
  readonly cwd?: string;
  /** Computes everything and writes nothing. Default: false. */
  readonly dryRun?: boolean;
  /** Called after each icon. */
  readonly onProgress?: (done: number, total: number) => void;
  /** File to name for mistakes in the configuration. Default: `configuration`. */
  readonly configFile?: string;
}

/** What a build made. */
export interface BuildResult {
  /** The icons, sorted by name. */
  readonly icons: readonly Icon[];
  readonly sprites: readonly Sprite[];
  /** The outputs, in the order in which they were written. */
  readonly files: readonly OutputFile[];
  /** What became of each file in the output folder. */
  readonly changes: readonly Change[];
  /** Warnings and infos; with `keepGoing`, also the errors of the icons that were left out. */
  readonly diagnostics: readonly Diagnostic[];
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
  const resolved = resolveConfig(config, originOf(options));
  const icons = await loadIcons(resolved, options.onProgress);
  if (isFatal(icons, resolved)) throw new BuildError(icons.diagnostics);
  const sprites = createSprites(icons.value);
  const files = await emit(sprites, resolved);
  const out = resolve(resolved.cwd, resolved.out);
  const changes = await writeOutputs(files, out, {
    cwd: resolved.cwd,
    dryRun: options.dryRun ?? false,
  });
  const diagnostics = [...icons.diagnostics, ...sprites.flatMap(inspectSprite)];
  return { icons: icons.value, sprites, files, changes, diagnostics };
}

/** Leaving out icons can be asked for; a wrong call stays wrong. */
function isFatal(
  { value, diagnostics }: Checked<readonly Icon[]>,
  config: ResolvedConfig,
): boolean {
  const canGoOn = config.keepGoing && value.length > 0 && !diagnostics.some(isUsage);
  return diagnostics.some(isError) && !canGoOn;
}

/**
 * The first half of a build: the icons, finished but not joined, sorted by name. Those that have
 * errors are left out and told of.
 *
 * @throws {BuildError} when the configuration is wrong.
 */
export async function loadIcons(
  config: ResolvedConfig,
  onProgress: BuildOptions['onProgress'] = () => {},
): Promise<Checked<readonly Icon[]>> {
  const found = await gather(config);
  const made = await makeIcons(found.value, config, onProgress);
  const named = resolveAliases(made.value, config.aliases, config.configFile, found.names);
  const diagnostics = [...found.diagnostics, ...made.diagnostics, ...named.diagnostics];
  return { value: named.value, diagnostics };
}

function originOf({ cwd = process.cwd(), configFile = 'configuration' }: BuildOptions): {
  cwd: string;
  configFile: string;
} {
  return { cwd: resolve(cwd), configFile };
}
