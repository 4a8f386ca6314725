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
import type { OwnOptions, PluginOptions } from './options.ts';

/** Resolved options of the plugin. */
export interface Settings {
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
const CALL = 'options of the iconloom plugin';

/** Output folder that is never written and that no input can be in. */
const NO_OUT = 'node_modules/.iconloom';

/**
 * Merges the options of the call with those of the configuration file. Paths of the call are
 * relative to the project.
 *
 * @param root absolute path of the project
 * @throws {BuildError} when an option is unknown or wrong, or the file cannot be loaded.
 */
export async function resolveSettings(options: PluginOptions, root: string): Promise<Settings> {
  const own = checkOwn(options);
  const { config, configFile, folder } = await loadConfig(root);
  if (typeof config !== 'object' || config === null || Array.isArray(config)) {
    const args = { reason: 'it does not export an object.' };
    throw new BuildError([diagnose('config-unreadable', { file: configFile, args })]);
  }
  const called = Object.entries(options).filter(([key]) => !Object.hasOwn(EXPECT, key));
  const file =
    folder === root ? config : rebaseConfig(config as Record<string, unknown>, folder, root);
  const resolved = resolveProject(
    { ...file, ...Object.fromEntries(called), out: NO_OUT, publicDir: undefined },
    { cwd: root, configFile: called.length > 0 ? CALL : configFile },
  );
  const configPath = resolve(root, configFile);
  const fileName = own.fileName ?? (file as UserConfig).fileName;
  checkFileName(fileName, resolved);
  return {
    config: resolved,
    configPath: tryStat(configPath)?.isFile() ? configPath : undefined,
    safelist: own.safelist,
    dts: own.dts === false ? false : resolve(root, own.dts ?? defaultDts(root)),
    fileName,
    base: own.base,
    server: own.server,
    critical: own.critical ?? [],
    verbose: own.verbose ?? false,
  };
}

/** Rejects a file name that several sprites would share. */
function checkFileName(fileName: string | undefined, { split }: ResolvedConfig): void {
  if (split === false || fileName === undefined || /\[(name|hash)\]/.test(fileName)) return;
  const expected = "a path with '[name]' or '[hash]' in it, since split makes several sprites";
  const args = { key: 'fileName', expected, received: JSON.stringify(fileName), suggestion: '' };
  throw new BuildError([diagnose('invalid-option', { file: CALL, args })]);
}

function defaultDts(root: string): string {
  return existsSync(join(root, 'src')) ? 'src/iconloom.d.ts' : 'iconloom.d.ts';
}

const NAMES = { schema: v.array(v.string()), expected: 'a list of strings' };
const TEXT = { schema: v.string(), expected: 'a string' };
const FLAG = { schema: v.boolean(), expected: 'true or false' };

const EXPECT: Readonly<Record<keyof OwnOptions, { schema: v.GenericSchema; expected: string }>> = {
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
const NOT_HERE: ReadonlySet<string> = new Set([
  ...['out', 'publicDir', 'names', 'layouts', 'styles'],
]);

function checkOwn(options: PluginOptions): OwnOptions {
  const own: Record<string, unknown> = {};
  const problems: Diagnostic[] = [];
  for (const key of Object.keys(EXPECT) as (keyof OwnOptions)[]) {
    const value = options[key];
    if (value === undefined) continue;
    const { schema, expected } = EXPECT[key];
    if (v.is(schema, value)) own[key] = value;
    else {
      const args = { key, expected, received: JSON.stringify(value), suggestion: '' };
      problems.push(diagnose('invalid-option', { file: CALL, args }));
    }
  }
  const known = [
    ...Object.keys(OPTIONS).filter((key) => !NOT_HERE.has(key)),
    ...Object.keys(EXPECT),
  ];
  for (const key of Object.keys(options).filter((each) => !known.includes(each))) {
    const args = { key, known: known.join(', '), suggestion: suggestion(key, known) };
    problems.push(diagnose('unknown-option', { file: CALL, args }));
  }
  if (problems.length > 0) throw new BuildError(problems);
  return own;
}
