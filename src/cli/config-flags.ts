import { type Command, Option } from 'commander';
import type { AnyOption } from '../config/option.ts';
import { OPTION_ENTRIES } from '../config/options.ts';

/** Adds the flags of the options that have one. */
export function addConfigOptions(command: Command): void {
  for (const [key, option] of OPTION_ENTRIES) {
    if (option.flag === undefined) continue;
    command.addOption(keyed(positiveOption(option.flag, option), key));
    if (option.negativeFlag === undefined) continue;
    command.addOption(keyed(new Option(negatedFlag(option.flag), option.negativeFlag), key));
  }
}

/** Returns the long form of a flag: `--out` for `-o, --out <dir>`. */
export function longFlag(flag: string): string {
  return /--[\w-]+/.exec(flag)?.[0] ?? flag;
}

/** Returns the flag that turns an option off: `--no-verify` for `--verify <mode>`. */
export function negatedFlag(flag: string): string {
  return longFlag(flag).replace('--', '--no-');
}

function positiveOption(flag: string, option: AnyOption): Option {
  const { flagDescription, parse = (text: string): unknown => text } = option;
  const defaultText = [option.default].flat().join(',');
  const hasDefault = defaultText !== '' && typeof option.default !== 'boolean';
  const description = flagDescription ?? option.description;
  const created = new Option(
    flag,
    hasDefault ? `${description} (default: ${defaultText})` : description,
  );
  const isList = flag.endsWith('<list>');
  if (isList || flag.endsWith('<glob>')) {
    created.argParser((text: string, before: readonly unknown[] = []) => [
      ...before,
      ...(isList ? text.split(',').map((item) => item.trim()) : [text]).map(parse),
    ]);
  } else created.argParser(parse);
  return created;
}

/** Makes commander save the value under the key of the option. */
function keyed(flag: Option, key: string): Option {
  return Object.assign(flag, { attributeName: () => key });
}
