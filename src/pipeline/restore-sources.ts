import type { ResolvedConfig } from '../config/types.ts';
import { isError } from '../core/diagnostics.ts';
import type { BuildCache } from '../node/cache/build-cache.ts';
import { isReliable, isSameStat, readFileStat } from '../node/cache/file-stat.ts';
import type { GlobCacheEntry } from '../node/cache/glob-cache.ts';
import type { LastBuild } from '../node/cache/last-build.ts';
import { digestDirectory } from '../node/directory-cache.ts';
import { fromDisplayPath } from '../node/display-path.ts';
import type { SourceFile, Sources } from './collect-sources.ts';

/** Cache entry of a search; empty if the next build has to search again anyway. */
export function cacheableSearch({
  value,
  diagnostics,
  globSnapshot,
}: Sources): Pick<LastBuild, 'search'> {
  if (!globSnapshot || diagnostics.some(isError)) return {};
  const sources = value.map(({ path: _, ...source }) => source);
  // Deprecated options are reported for each build and are not part of the search.
  const cacheable = diagnostics.filter(({ code }) => code !== 'option-deprecated');
  return { search: { globSnapshot, sources, diagnostics: cacheable } };
}

/**
 * Restores the source files of the last build if another search would find the same: same
 * configuration, same code, and no change in any folder or metadata file.
 */
export function restoreSources(
  { cwd, configFile }: ResolvedConfig,
  { last, context }: BuildCache,
): Sources | undefined {
  if (!last?.search || last.context !== context) return undefined;
  const { globSnapshot, sources, diagnostics } = last.search;
  if (globSnapshot.configFile !== configFile || !isSnapshotCurrent(globSnapshot, cwd))
    return undefined;
  const value = sources.map(({ name, folder, file, meta, aliases }): SourceFile => {
    return { name, folder, path: fromDisplayPath(file, cwd), file, meta, aliases };
  });
  return { value, diagnostics, globSnapshot };
}

function isSnapshotCurrent(
  { takenAt, folders, metas }: GlobCacheEntry['globSnapshot'],
  cwd: string,
): boolean {
  for (const [folder, digest] of Object.entries(folders)) {
    if (digestDirectory(fromDisplayPath(folder, cwd)) !== digest) return false;
  }
  for (const [file, stat] of Object.entries(metas)) {
    if (!isSameStat(readFileStat(fromDisplayPath(file, cwd)), stat) || !isReliable(stat, takenAt))
      return false;
  }
  return true;
}
