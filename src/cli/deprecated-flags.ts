import { OPTION_ENTRIES } from '../config/options.ts';
import { longFlag, negatedFlag } from './config-flags.ts';

/** Flags that once took `off`, or `on` and `off`. */
const SWITCHES = OPTION_ENTRIES.flatMap(([, { flag, negativeFlag }]) =>
  flag === undefined || negativeFlag === undefined
    ? []
    : [{ name: longFlag(flag), off: negatedFlag(flag), takesValue: flag.includes('<') }],
);

/**
 * Replaces deprecated flags, such as `--verify off` and `--portable on`, and reports them on stderr.
 *
 * @param argv all arguments of the process, with those of Node
 */
export function replaceDeprecatedFlags(argv: readonly string[]): readonly string[] {
  const replaced: string[] = [];
  for (let at = 0; at < argv.length; at++) {
    const argument = argv[at] as string;
    if (argument === '--') return [...replaced, ...argv.slice(at)];
    const [name, assigned] = argument.split('=', 2);
    const flag = SWITCHES.find((each) => each.name === name);
    const value = assigned ?? argv[at + 1];
    const current = flag && currentSpelling(flag, value);
    if (current === undefined) replaced.push(argument);
    else {
      if (assigned === undefined) at++;
      process.stderr.write(`warning: '${name} ${value}' is deprecated. Use ${current} instead.\n`);
      replaced.push(current);
    }
  }
  return replaced;
}

/** Returns the flag that replaces a flag with a value; `undefined` if it is not deprecated. */
function currentSpelling(
  { name, off, takesValue }: (typeof SWITCHES)[number],
  value: string | undefined,
): string | undefined {
  if (value === 'off' || value === 'false') return off;
  return !takesValue && (value === 'on' || value === 'true') ? name : undefined;
}
