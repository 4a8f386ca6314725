import type { ResolvedConfig } from '../config/types.ts';
import type { BuildCache } from './cache/build-cache.ts';
import { foundBefore } from './found-before.ts';
import type { Gathered } from './gather.ts';

/** Finds all source files of a configuration: those of the last build if unchanged, else by a search. */
export async function findDrawings(
  config: ResolvedConfig,
  cache: BuildCache | undefined,
): Promise<Gathered> {
  const found = cache && foundBefore(config, cache);
  if (found) return found;
  // Most builds find what the last one found and do not need the code that searches.
  const { gather } = await import('./gather.ts');
  return gather(config);
}
