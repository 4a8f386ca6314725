import { relative, resolve } from 'node:path';
import { BuildError } from '../core/errors.ts';
import { replaceDeprecatedKeys } from './deprecated-keys.ts';
import { OPTION_ENTRIES, OPTIONS } from './options.ts';
import { isRecord } from './schemas/values.ts';
import type { ResolvedConfig } from './types.ts';
import { invalidOption, validateOptions } from './validate.ts';

/** Origin of a configuration. */
export interface ConfigOrigin {
  /** Absolute path of the folder that relative paths are resolved from. */
  readonly cwd: string;
  /** File to name in diagnostics. */
  readonly configFile: string;
}

/**
 * Checks a configuration and fills in the defaults.
 *
 * @throws {BuildError} with a diagnostic for each option that is unknown or has a wrong value.
 */
export function resolveConfig(config: unknown, origin: ConfigOrigin): ResolvedConfig {
  if (!isRecord(config)) {
    throw new BuildError([invalidOption(origin.configFile, 'configuration', 'an object', config)]);
  }
  // The key is for editors, which read the JSON Schema that it names.
  const { $schema: _, ...written } = config;
  const { config: options, deprecations } = replaceDeprecatedKeys(written, origin.configFile);
  const problems = validateOptions(options, OPTIONS, origin.configFile);
  if (problems.length > 0) throw new BuildError(problems);

  const values = Object.fromEntries(
    OPTION_ENTRIES.map(([key, { default: defaultValue, resolve: normalize }]) => {
      const value = options[key] ?? defaultValue;
      return [key, normalize ? normalize(value) : value];
    }),
  ) as unknown as Omit<ResolvedConfig, 'spriteFolder'>;
  checkFileName(values, origin.configFile);
  const publicDir = values.publicDir || values.out;
  return {
    ...values,
    ...origin,
    publicDir,
    spriteFolder: spriteFolder(values.out, publicDir, origin.cwd),
    deprecations,
  };
}

/** Returns the path from one folder to the other, with forward slashes. */
function spriteFolder(out: string, publicDir: string, cwd: string): string {
  const path = relative(resolve(cwd, out), resolve(cwd, publicDir)).replaceAll('\\', '/');
  return path === '' ? '' : `${path}/`;
}

/** Checks that several sprites do not overwrite each other. */
function checkFileName(
  { split, fileName }: Pick<ResolvedConfig, 'split' | 'fileName'>,
  file: string,
): void {
  if (split === false || /\[(name|hash)/.test(fileName)) return;
  const expected = "a path with '[name]' or '[hash]' in it, because split creates several sprites";
  throw new BuildError([invalidOption(file, 'fileName', expected, fileName)]);
}
