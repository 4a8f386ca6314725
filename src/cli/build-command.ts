import { OPTION_ENTRIES } from '../config/options.ts';
import { findPackageManager } from '../node/package-manager.ts';
import { longFlag, negatedFlag } from './config-flags.ts';
import type { CommonFlags } from './flags.ts';

/** Options that do not change the output of a build. */
const IRRELEVANT_OPTIONS: readonly string[] = ['cache', 'threads'];

/** Returns the build command that updates the outputs of a check: `npx iconloom build icons`. */
export function buildCommand(
  inputs: readonly string[],
  flags: CommonFlags & Readonly<Record<string, unknown>>,
  cwd: string,
): string {
  const config = flags.config === undefined ? [] : ['-c', flags.config];
  const options = OPTION_ENTRIES.flatMap(([name, { flag }]) =>
    flag === undefined || IRRELEVANT_OPTIONS.includes(name) || flags[name] === undefined
      ? []
      : flagArguments(flag, flags[name]),
  );
  const words = ['iconloom', 'build', ...inputs, ...config, ...options];
  return findPackageManager(cwd).exec(words.map(shellQuote).join(' '));
}

/** @param flag as in the table of options: `-o, --out <dir>` */
function flagArguments(flag: string, value: unknown): readonly string[] {
  const name = longFlag(flag);
  if (value === false) return [negatedFlag(flag)];
  if (!flag.includes('<')) return [name];
  const values = flag.endsWith('<glob>') ? [value].flat() : [[value].flat().join(',')];
  return values.flatMap((each) => [name, value === true ? 'on' : String(each)]);
}

/** Quotes a word for a shell, if necessary. */
function shellQuote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
