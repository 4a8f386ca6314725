import { resolve } from 'node:path';
import { OPTIONS } from '../config/options.ts';
import { diagnose } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import { loadConfig } from '../node/load-config.ts';
import type { CommonFlags } from './program.ts';

/** A configuration in which the flags and inputs of the call have won over the file. */
export interface CalledConfig {
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
  const here = process.cwd();
  const { config, configFile, cwd } = await loadConfig(here, flags.config);
  if (typeof config !== 'object' || config === null) {
    const args = { reason: 'it exports no object.' };
    throw new BuildError([diagnose('config-unreadable', { file: configFile, args })]);
  }
  const called = Object.entries(flags).filter(([name]) => Object.hasOwn(OPTIONS, name));
  const path = (text: string) => (cwd === here ? text : resolve(here, text));
  return {
    config: {
      ...config,
      ...Object.fromEntries(called),
      ...(typeof flags.out === 'string' && { out: path(flags.out) }),
      ...(inputs.length > 0 && { inputs: inputs.map(path) }),
    },
    configFile,
    cwd,
  };
}
