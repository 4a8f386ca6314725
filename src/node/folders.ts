import { realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { FileSystemAdapter } from 'fast-glob';
import { type Listings, openListings } from './listings.ts';

/** A folder that could not be read. */
export interface Unreadable {
  /** Absolute path. */
  readonly path: string;
  readonly error: NodeJS.ErrnoException;
}

/**
 * Reads folders so that a search ends and tells what it could not see. A link to a folder is
 * followed, unless it leads back to what is searched anyway: into the folder of the search, to one
 * around it, or to one that another link led to.
 *
 * @param folder absolute path of where the search begins
 * @param listings where what is seen is kept
 */
export function guardedFolders(
  folder: string,
  cwd: string,
  unreadable: Unreadable[],
  listings: Listings = openListings(),
): Pick<FileSystemAdapter, 'readdirSync'> {
  const root = realPathOf(folder);
  const visited = new Set<string>();

  function leadsBack(path: string): boolean {
    const real = realPathOf(path);
    if (real === resolve(root, relative(folder, path))) return false;
    if (isInside(real, root) || isInside(root, real) || visited.has(real)) return true;
    visited.add(real);
    return false;
  }

  const guarded = (given: string) => {
    const path = resolve(cwd, given);
    try {
      // Sorted, since of two links to one folder the first is followed.
      return leadsBack(path) ? [] : [...listings.read(path)];
    } catch (error) {
      listings.giveUp();
      unreadable.push({ path, error: error as NodeJS.ErrnoException });
      return [];
    }
  };
  return { readdirSync: guarded as unknown as FileSystemAdapter['readdirSync'] };
}

/** Itself where the system cannot say. */
function realPathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function isInside(path: string, folder: string): boolean {
  const below = relative(folder, path);
  return !(below === '..' || below.startsWith(`..${sep}`) || isAbsolute(below));
}
