import type { BuildFlags } from '../flags.ts';

/** Reports flags that have no effect together with others, on standard error. */
export function reportIneffectiveFlags({ watch, shard, profile }: BuildFlags): void {
  const mode = watch ? '--watch' : '--shard';
  const flags = [
    ...(watch && shard !== undefined ? ['--shard'] : []),
    ...(profile === undefined ? [] : ['--profile']),
  ];
  for (const flag of flags) {
    process.stderr.write(`warning: '${flag}' has no effect with ${mode}.\n`);
  }
}
