import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as v from 'valibot';
import { OPTIONS } from '../config/options.ts';
import type { ResolvedConfig, UserConfig } from '../config/types.ts';
import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import { suggestion } from '../core/suggest.ts';
import { tryStat } from '../node/files.ts';
import { loadConfig } from '../node/load-config.ts';
import { rebaseConfig } from '../node/rebase-config.ts';
import { resolveProject } from '../node/resolve-project.ts';
import type { PluginOnlyOptions, PluginOptions } from './options.ts';

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
  /** `undefined`: the bundler's public path. */
  readonly base: string | undefined;
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
    ([key]) => !Object.hasOwn(OPTION_SCHEMAS, key),
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
  return {
    config: resolved,
    configPath: tryStat(configPath)?.isFile() ? configPath : undefined,
    safelist: pluginOptions.safelist,
    dts: pluginOptions.dts === false ? false : resolve(root, pluginOptions.dts ?? defaultDts(root)),
    fileName,
    base: pluginOptions.base,
    server: pluginOptions.server,
    critical: pluginOptions.critical ?? [],
    verbose: pluginOptions.verbose ?? false,
  };
}

/** Rejects a file name that several sprites would share. */
function checkFileName(fileName: string | undefined, { split }: ResolvedConfig): void {
  if (split === false || fileName === undefined || /\[(name|hash)\]/.test(fileName)) return;
  const expected = "a path with '[name]' or '[hash]' in it, since split makes several sprites";
  const args = { key: 'fileName', expected, received: JSON.stringify(fileName), suggestion: '' };
  throw new BuildError([diagnose('invalid-option', { file: OPTIONS_SOURCE, args })]);
}

function defaultDts(root: string): string {
  return existsSync(join(root, 'src')) ? 'src/iconloom.d.ts' : 'iconloom.d.ts';
}

const NAMES = { schema: v.array(v.string()), expected: 'a list of strings' };
const TEXT = { schema: v.string(), expected: 'a string' };
const FLAG = { schema: v.boolean(), expected: 'true or false' };

const OPTION_SCHEMAS: Readonly<
  Record<keyof PluginOnlyOptions, { schema: v.GenericSchema; expected: string }>
> = {
  safelist: NAMES,
  dts: {
    schema: v.union([v.literal(false), v.pipe(v.string(), v.nonEmpty())]),
    expected: 'a path or false',
  },
  fileName: {
    schema: v.pipe(v.string(), v.regex(/^(?!\/|.*(^|\/)\.\.(\/|$)).*\.svg$/)),
    expected: "a path below the output folder that ends in '.svg'",
  },
  base: TEXT,
  server: FLAG,
  critical: NAMES,
  verbose: FLAG,
};

/** Options that only `iconloom build` uses. */
const BUILD_ONLY_OPTIONS: ReadonlySet<string> = new Set([
  ...['out', 'publicDir', 'names', 'layouts', 'styles'],
]);

function checkPluginOptions(options: PluginOptions): PluginOnlyOptions {
  const pluginOptions: Record<string, unknown> = {};
  const problems: Diagnostic[] = [];
  for (const key of Object.keys(OPTION_SCHEMAS) as (keyof PluginOnlyOptions)[]) {
    const value = options[key];
    if (value === undefined) continue;
    const { schema, expected } = OPTION_SCHEMAS[key];
    if (v.is(schema, value)) pluginOptions[key] = value;
    else {
      const args = { key, expected, received: JSON.stringify(value), suggestion: '' };
      problems.push(diagnose('invalid-option', { file: OPTIONS_SOURCE, args }));
    }
  }
  const known = [
    ...Object.keys(OPTIONS).filter((key) => !BUILD_ONLY_OPTIONS.has(key)),
    ...Object.keys(OPTION_SCHEMAS),
  ];
  for (const key of Object.keys(options).filter((each) => !known.includes(each))) {
    const args = { key, known: known.join(', '), suggestion: suggestion(key, known) };
    problems.push(diagnose('unknown-option', { file: OPTIONS_SOURCE, args }));
  }
  if (problems.length > 0) throw new BuildError(problems);
  return pluginOptions;
}
