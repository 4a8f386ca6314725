import type { ResolvedConfig } from '../config/types.ts';
import { isError } from '../core/diagnostics.ts';
import type { BuildCache } from './cache/build-cache.ts';
import type { LastBuild } from './cache/last.ts';
import type { KeptSearch } from './cache/search.ts';
import { isSame, isSettled, signatureOf } from './cache/signature.ts';
import { pathOfDisplayed } from './display-path.ts';
import type { Found, Gathered } from './gather.ts';
import { digestOfFolder } from './listings.ts';

/** Cache entry of a search; empty if the next build has to search again anyway. */
export function keepSearch({ value, diagnostics, trail }: Gathered): Pick<LastBuild, 'search'> {
  if (!trail || diagnostics.some(isError)) return {};
  const drawings = value.map(({ path: _, ...drawing }) => drawing);
  return { search: { trail, drawings, diagnostics } };
}

/**
 * Restores the source files of the last build if another search would find the same: same
 * configuration, same code, and no change in any folder or metadata file.
 */
export function foundBefore(
  { cwd, configFile }: ResolvedConfig,
  { last, context }: BuildCache,
): Gathered | undefined {
  if (!last?.search || last.context !== context) return undefined;
  const { trail, drawings, diagnostics } = last.search;
  if (trail.configFile !== configFile || !isAsSeen(trail, cwd)) return undefined;
  const value = drawings.map(({ name, folder, file, meta, aliases }): Found => {
    return { name, folder, path: pathOfDisplayed(file, cwd), file, meta, aliases };
  });
  return { value, diagnostics, trail };
}

function isAsSeen({ at, folders, metas }: KeptSearch['trail'], cwd: string): boolean {
  for (const [folder, digest] of Object.entries(folders)) {
    if (digestOfFolder(pathOfDisplayed(folder, cwd)) !== digest) return false;
  }
  for (const [file, is] of Object.entries(metas)) {
    if (!isSame(signatureOf(pathOfDisplayed(file, cwd)), is) || !isSettled(is, at)) return false;
  }
  return true;
}
