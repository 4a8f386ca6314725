import type { ResolvedConfig } from '../config/types.ts';
import type { BuildCache } from './cache/build-cache.ts';
import { foundBefore } from './found-before.ts';
import type { Gathered } from './gather.ts';

/** All drawings of a configuration: those of the last build where they still are all, else searched for. */
export async function findDrawings(
  config: ResolvedConfig,
  cache: BuildCache | undefined,
): Promise<Gathered> {
  const found = cache && foundBefore(config, cache);
  if (found) return found;
  // Most builds of a project find what the one before found, and need not load what searches.
  const { gather } = await import('./gather.ts');
  return gather(config);
}
