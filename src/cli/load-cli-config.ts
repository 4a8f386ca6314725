import { OPTIONS } from '../config/options.ts';
import { diagnose } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import { loadConfig } from '../node/load-config.ts';
import { rebaseConfig } from '../node/rebase-config.ts';
import type { CommonFlags } from './flags.ts';

/** Configuration in which flags and inputs of the call override the file. */
export interface CliConfig {
  /** Its paths are relative to the working folder. */
  readonly config: Record<string, unknown>;
  readonly configFile: string;
  readonly cwd: string;
}

/**
 * Merges the call and the configuration file. Paths of the call are relative to the working
 * folder, those of the file to the file.
 *
 * @throws {BuildError} when the configuration cannot be loaded or is not an object.
 */
export async function loadCliConfig(
  inputs: readonly string[],
  flags: CommonFlags & Readonly<Record<string, unknown>>,
): Promise<CliConfig> {
  const cwd = process.cwd();
  const { config, configFile, folder } = await loadConfig(cwd, flags.config);
  if (typeof config !== 'object' || config === null || Array.isArray(config)) {
    const args = { reason: 'it does not export an object.' };
    throw new BuildError([diagnose('config-unreadable', { file: configFile, args })]);
  }
  const flagOptions = Object.entries(flags).filter(([name]) => Object.hasOwn(OPTIONS, name));
  return {
    config: {
      ...(folder === cwd ? config : rebaseConfig(config as Record<string, unknown>, folder, cwd)),
      ...Object.fromEntries(flagOptions),
      ...(inputs.length > 0 && { inputs }),
    },
    configFile,
    cwd,
  };
}
