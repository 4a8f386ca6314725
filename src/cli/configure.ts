import type { Command } from 'commander';
import { addConfigOptions } from './config-flags.ts';
import { replaceDeprecatedFlags } from './deprecated-flags.ts';

/** Adds the flags of the options to commands. Returns the arguments of the call without deprecated flags. */
export function configure(
  commands: readonly Command[],
  argv: readonly string[],
): readonly string[] {
  for (const command of commands) addConfigOptions(command);
  return replaceDeprecatedFlags(argv);
}
