import { StatTable } from '../node/cache/stat-table.ts';
import { isSameSearch } from './build-state.ts';
import type { SourceFile } from './collect-sources.ts';
import type { BuildContext } from './context.ts';

/** Maximum number of changed icons: each is searched for in all outputs. */
const MAX_CHANGED = 16;
/**
 * Minimum size of source files and sprite, in bytes. Of smaller builds, the command line loads all
 * icons to measure their compressed sizes, so a patch would save nothing.
 */
const MIN_BYTES = 1_000_000;

/** Source file whose contents have changed since the last build. */
export interface ChangedSource {
  readonly source: SourceFile;
  /** SHA-256 of its bytes in the last build, in hex. */
  readonly previousHash: string;
}

/**
 * Lists the changed source files if the outputs of the last build can be patched: it had the same
 * configuration and found the same files, and only some of them have other contents.
 */
export function patchableSources({
  cache,
  config,
  options,
  sources,
  snapshot,
}: BuildContext): readonly ChangedSource[] | undefined {
  const last = cache?.last;
  // Another search may have found something else, or the same with other metadata.
  if (!last || !isSameSearch(cache, sources) || options.dryRun) return undefined;
  if (config.split !== false || last.stats.sprites.length !== 1) return undefined;
  if (last.stats.bytes.before + last.stats.bytes.after < MIN_BYTES) return undefined;
  const before = last.inputs;
  const now = snapshot.fileStats;
  if (!(before instanceof StatTable && now instanceof StatTable)) return undefined;
  if (before.columns !== now.columns) return undefined;
  const changed: ChangedSource[] = [];
  for (const [index, [, , , , hash]] of now.changes) {
    const [source, previousHash] = [sources.value[index], before.hashAt(index)];
    if (!source || !previousHash || !hash) return undefined;
    if (hash !== previousHash) changed.push({ source, previousHash });
  }
  const isPatchable = changed.length > 0 && changed.length <= MAX_CHANGED;
  return isPatchable ? changed : undefined;
}
