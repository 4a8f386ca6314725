import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { replaceDeprecatedKeys } from '../config/deprecated-keys.ts';
import { OPTION_ENTRIES } from '../config/options.ts';
import type { ResolvedConfig, UserConfig } from '../config/types.ts';
import { invalidOption, validateOptions } from '../config/validate.ts';
import { diagnose } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import { MODULE_RELATIVE } from '../emit/names.ts';
import { tryStat } from '../node/files.ts';
import { loadConfig } from '../node/load-config.ts';
import { rebaseConfig } from '../node/rebase-config.ts';
import { resolveProject } from '../node/resolve-project.ts';
import { PLUGIN_OPTIONS, type PluginOnlyOptions, type PluginOptions } from './options.ts';

/** Resolved options of the plugin. */
export interface PluginSettings {
  readonly config: ResolvedConfig;
  /** Absolute path of the configuration file, if there is one. */
  readonly configPath: string | undefined;
  /** Globs of names; `undefined` if names made at run time keep all icons. */
  readonly safelist: readonly string[] | undefined;
  /** Absolute path. */
  readonly dts: string | false;
  /** `undefined`: follows the names of the bundler's assets. */
  readonly fileName: string | undefined;
  /** `undefined`: the bundler's public path, or the module that links. */
  readonly base: string | undefined;
  /** Set if links are relative to the module that links, whatever the public path is. */
  readonly isModuleRelative: boolean;
  /** `undefined`: detected from the bundler. */
  readonly server: boolean | undefined;
  readonly critical: readonly string[];
  readonly verbose: boolean;
}

/** File name in diagnostics about the plugin's options. */
const OPTIONS_SOURCE = 'options of the iconloom plugin';

/** Output folder that is never written and that no input can be in. */
const UNUSED_OUT = 'node_modules/.iconloom';

/**
 * Merges the options of the call with those of the configuration file. Paths of the call are
 * relative to the project.
 *
 * @param root absolute path of the project
 * @throws {BuildError} when an option is unknown or wrong, or the file cannot be loaded.
 */
export async function resolveSettings(
  options: PluginOptions,
  root: string,
): Promise<PluginSettings> {
  const pluginOptions = checkPluginOptions(options);
  const { config, configFile, folder } = await loadConfig(root);
  if (typeof config !== 'object' || config === null || Array.isArray(config)) {
    const args = { reason: 'it does not export an object.' };
    throw new BuildError([diagnose('config-unreadable', { file: configFile, args })]);
  }
  const configOptions = Object.entries(options).filter(
    ([key]) => !Object.hasOwn(PLUGIN_OPTIONS, key),
  );
  const file =
    folder === root ? config : rebaseConfig(config as Record<string, unknown>, folder, root);
  const resolved = resolveProject(
    { ...file, ...Object.fromEntries(configOptions), out: UNUSED_OUT, publicDir: undefined },
    { cwd: root, configFile: configOptions.length > 0 ? OPTIONS_SOURCE : configFile },
  );
  const configPath = resolve(root, configFile);
  const fileName = pluginOptions.fileName ?? (file as UserConfig).fileName;
  checkFileName(fileName, resolved);
  const isModuleRelative = pluginOptions.base === MODULE_RELATIVE;
  return {
    config: resolved,
    configPath: tryStat(configPath)?.isFile() ? configPath : undefined,
    safelist: pluginOptions.safelist,
    dts: pluginOptions.dts === false ? false : resolve(root, pluginOptions.dts ?? defaultDts(root)),
    fileName,
    base: isModuleRelative ? undefined : pluginOptions.base,
    isModuleRelative,
    server: pluginOptions.server,
    critical: pluginOptions.critical ?? PLUGIN_OPTIONS.critical.default,
    verbose: pluginOptions.verbose ?? PLUGIN_OPTIONS.verbose.default,
  };
}

/** Rejects a file name that several sprites would share. */
function checkFileName(fileName: string | undefined, { split }: ResolvedConfig): void {
  if (split === false || fileName === undefined || /\[(name|hash)\]/.test(fileName)) return;
  const expected = "a path with '[name]' or '[hash]' in it, since split makes several sprites";
  throw new BuildError([invalidOption(OPTIONS_SOURCE, 'fileName', expected, fileName)]);
}

function defaultDts(root: string): string {
  return existsSync(join(root, 'src')) ? 'src/iconloom.d.ts' : 'iconloom.d.ts';
}

/** Options of the configuration that apply when a bundler writes the files. */
const SHARED_OPTIONS = Object.fromEntries(
  OPTION_ENTRIES.filter(([, { scope }]) => scope !== 'files'),
);

const KNOWN_OPTIONS = { ...SHARED_OPTIONS, ...PLUGIN_OPTIONS };

/** Returns the options that are not options of the configuration. Those are checked with the file. */
function checkPluginOptions(options: PluginOptions): PluginOnlyOptions {
  // The configuration checks its deprecated keys.
  const { config } = replaceDeprecatedKeys({ ...options }, OPTIONS_SOURCE);
  const problems = validateOptions(config, KNOWN_OPTIONS, OPTIONS_SOURCE);
  if (problems.length > 0) throw new BuildError(problems);
  return Object.fromEntries(
    Object.entries(options).filter(([key]) => Object.hasOwn(PLUGIN_OPTIONS, key)),
  );
}
