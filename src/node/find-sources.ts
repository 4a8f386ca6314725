import type { ResolvedConfig } from '../config/types.ts';
import type { BuildCache } from './cache/build-cache.ts';
import type { Sources } from './collect-sources.ts';
import { restoreSources } from './restore-sources.ts';

/**
 * Finds all source files of a configuration: those of the last build if unchanged, else by a search.
 * Its diagnostics include deprecated options of the configuration.
 */
export async function findSources(
  config: ResolvedConfig,
  cache: BuildCache | undefined,
): Promise<Sources> {
  const sources = (cache && restoreSources(config, cache)) ?? (await searchSources(config));
  return { ...sources, diagnostics: [...config.deprecations, ...sources.diagnostics] };
}

async function searchSources(config: ResolvedConfig): Promise<Sources> {
  // Most builds find what the last one found and do not need the code that searches.
  const { collectSources } = await import('./collect-sources.ts');
  return collectSources(config);
}
