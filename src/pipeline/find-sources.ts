import type { ResolvedConfig } from '../config/types.ts';
import type { BuildCache } from '../node/cache/build-cache.ts';
import type { IconifySets } from '../node/iconify-sets.ts';
import type { Sources } from './collect-sources.ts';
import { restoreSources } from './restore-sources.ts';

/** Finds all source files of a configuration: those of the last build if unchanged, else by a search. */
export async function findSources(
  config: ResolvedConfig,
  cache: BuildCache | undefined,
  sets: IconifySets,
): Promise<Sources> {
  const restored = cache && restoreSources(config, cache);
  if (restored) return restored;
  // Most builds find what the last one found and do not need the code that searches.
  const { collectSources } = await import('./collect-sources.ts');
  return collectSources(config, sets);
}
