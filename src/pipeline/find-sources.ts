import type { ResolvedConfig } from '../config/types.ts';
import type { BuildCache } from '../node/cache/build-cache.ts';
import type { IconifySets } from '../node/iconify-sets.ts';
import type { Sources } from './collect-sources.ts';
import { restoreSources } from './restore-sources.ts';

/**
 * Finds all source files of a configuration: those of the last build if unchanged, else by a search.
 * Its diagnostics include deprecated options of the configuration.
 */
export async function findSources(
  config: ResolvedConfig,
  cache: BuildCache | undefined,
  sets: IconifySets,
): Promise<Sources> {
  const sources = (cache && restoreSources(config, cache)) ?? (await searchSources(config, sets));
  return { ...sources, diagnostics: [...config.deprecations, ...sources.diagnostics] };
}

async function searchSources(config: ResolvedConfig, sets: IconifySets): Promise<Sources> {
  // Most builds find what the last one found and do not need the code that searches.
  const { collectSources } = await import('./collect-sources.ts');
  return collectSources(config, sets);
}
