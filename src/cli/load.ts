import { resolve } from 'node:path';
import { OPTIONS } from '../config/options.ts';
import { diagnose } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import { displayPath } from '../node/expand-inputs.ts';
import { loadConfig } from '../node/load-config.ts';
import type { CommonFlags } from './flags.ts';

/** A configuration in which the flags and inputs of the call have won over the file. */
export interface CalledConfig {
  /** Its paths are relative to the working folder. */
  readonly config: Record<string, unknown>;
  readonly configFile: string;
  readonly cwd: string;
}

/**
 * Joins the call and the configuration file. Paths of the call are relative to the working
 * folder, those of the file to the file.
 *
 * @throws {BuildError} when the configuration cannot be loaded or is no object.
 */
export async function loadCalledConfig(
  inputs: readonly string[],
  flags: CommonFlags & Readonly<Record<string, unknown>>,
): Promise<CalledConfig> {
  const cwd = process.cwd();
  const { config, configFile, folder } = await loadConfig(cwd, flags.config);
  if (typeof config !== 'object' || config === null || Array.isArray(config)) {
    const args = { reason: 'it does not export an object.' };
    throw new BuildError([diagnose('config-unreadable', { file: configFile, args })]);
  }
  const called = Object.entries(flags).filter(([name]) => Object.hasOwn(OPTIONS, name));
  return {
    config: {
      ...(folder === cwd ? config : rebase(config as Record<string, unknown>, folder, cwd)),
      ...Object.fromEntries(called),
      ...(inputs.length > 0 && { inputs }),
    },
    configFile,
    cwd,
  };
}

/** Options that hold paths or globs. */
const PATHS = ['inputs', 'out', 'exclude', 'cache'] as const;

/** An Iconify set in a file of its own; packages are found by their names. */
function isSet(value: unknown): value is { readonly from: string } {
  const { from } = (typeof value === 'object' && value ? value : {}) as { from?: unknown };
  return typeof from === 'string' && /^\.{1,2}\/|\.json$/.test(from);
}

/** Makes paths that are relative to one folder relative to another. Wrong values stay as they are. */
function rebase(
  config: Record<string, unknown>,
  from: string,
  to: string,
): Record<string, unknown> {
  const path = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(path);
    if (isSet(value)) return { ...value, from: path(value.from) };
    if (typeof value !== 'string' || value === '') return value;
    const negation = value.startsWith('!') ? '!' : '';
    return negation + displayPath(resolve(from, value.slice(negation.length)), to);
  };
  const { color } = config;
  const isRecord = typeof color === 'object' && color !== null;
  const rebased = PATHS.filter((key) => key in config).map((key) => [key, path(config[key])]);
  return {
    ...config,
    ...Object.fromEntries(rebased),
    ...(isRecord && {
      color: Object.fromEntries(Object.entries(color).map(([glob, mode]) => [path(glob), mode])),
    }),
  };
}
