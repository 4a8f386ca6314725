/** Headings of flags, in the order of the help. */
export const FLAG_GROUPS = [
  'Input:',
  'Output:',
  'Names and ids:',
  'Optimizing:',
  'Safety:',
  'Rules:',
  'Outputs of the last build:',
  'Same as in the build:',
  'Running:',
  'Reporting:',
] as const;

export type FlagGroup = (typeof FLAG_GROUPS)[number];

/** Group of each flag, by its long form. */
const GROUPS: Readonly<Record<string, FlagGroup>> = {
  ...group('Input:', [
    ...['--config', '--exclude', '--source', '--folder', '--package'],
    ...['--app', '--framework', '--bundler', '--in-memory'],
  ]),
  ...group('Output:', [
    ...['--out', '--public-dir', '--file-name', '--split', '--names', '--base'],
    ...['--layout', '--style', '--output', '--catalog', '--dts', '--to', '--name', '--force'],
    ...['--alias', '--no-alias', '--merge', '--use', '--since', '--note'],
  ]),
  ...group('Names and ids:', ['--prefix', '--ids']),
  ...group('Optimizing:', ['--precision', '--color', '--portable', '--no-portable']),
  ...group('Safety:', ['--verify', '--no-verify', '--active-content', '--keep-going']),
  ...group('Rules:', ['--fix', '--preset', '--max-warnings', '--update-baseline', '--no-baseline']),
  ...group('Outputs of the last build:', ['--drift', '--no-drift']),
  ...group('Running:', [
    ...['--watch', '--shard', '--dry-run', '--yes', '--threads', '--cache', '--no-cache'],
    ...['--clear', '--port', '--open', '--browser'],
  ]),
  ...group('Reporting:', [
    ...['--html', '--markdown', '--png', '--image-base', '--changelog', '--exit-code'],
    ...['--format', '--json', '--silent', '--verbose', '--profile', '--help', '--version'],
  ]),
};

/** Commands whose result is compared with a build or belongs to one, which had the same flags. */
const FOLLOW_A_BUILD: readonly string[] = ['check', 'merge', 'verify'];
/** Groups of flags of a build. */
const OF_BUILD: readonly FlagGroup[] = ['Output:', 'Names and ids:', 'Optimizing:', 'Safety:'];

/**
 * Flags that a command accepts but that have no effect on it, so that calls with the flags of a build
 * still work. The help does not list them.
 */
const HIDDEN: Readonly<Record<string, readonly string[]>> = {
  // Shards have read the sources, and each has its own cache.
  merge: ['--exclude', '--threads', '--cache', '--no-cache'],
  // Only the sprites are compared.
  verify: ['--names', '--base', '--layout', '--style', '--output', '--catalog', '--keep-going'],
  // Changes no code.
  deprecate: ['--yes'],
};

/** Returns the heading of a flag; `undefined` if it has none, which a test forbids. */
export function flagGroupOf(command: string, flag: string): FlagGroup | undefined {
  const found = GROUPS[flag];
  const followsBuild = found !== undefined && OF_BUILD.includes(found);
  // Where outputs go is up to a merge itself.
  const isOwn = command === 'merge' && ['--out', '--public-dir', '--file-name'].includes(flag);
  return FOLLOW_A_BUILD.includes(command) && followsBuild && !isOwn
    ? 'Same as in the build:'
    : found;
}

/** Checks whether the help of a command lists a flag. */
export function isListed(command: string, flag: string): boolean {
  return HIDDEN[command]?.includes(flag) !== true;
}

function group(heading: FlagGroup, flags: readonly string[]): Readonly<Record<string, FlagGroup>> {
  return Object.fromEntries(flags.map((flag) => [flag, heading]));
}
