import { relative, resolve } from 'node:path';
import type { FileSystemAdapter } from 'fast-glob';
import { type Listings, openListings } from './listings.ts';
import { isWithin, projectRoot, realPathOf } from './project-root.ts';

/** A folder that could not be read. */
export interface Unreadable {
  /** Absolute path. */
  readonly path: string;
  readonly error: NodeJS.ErrnoException;
}

/** A link that leads out of the project. */
export interface Outside {
  /** Absolute path of the link. */
  readonly path: string;
  /** What it leads to. */
  readonly target: string;
}

/**
 * Reads folders so that a search ends and tells what it could not see. A link to a folder is
 * followed, unless it leads back to what is searched anyway: into the folder of the search, to one
 * around it, or to one that another link led to. One that leads out of the project is not.
 *
 * @param folder absolute path of where the search begins
 * @param listings where what is seen is kept
 * @param outside where links that lead out of the project are kept
 */
export function guardedFolders(
  folder: string,
  cwd: string,
  unreadable: Unreadable[],
  listings: Listings = openListings(),
  outside: Outside[] = [],
): Pick<FileSystemAdapter, 'readdirSync'> {
  const root = realPathOf(folder);
  const allowed = [root, realPathOf(projectRoot(cwd))];
  const visited = new Set<string>();

  function leadsBack(path: string): boolean {
    const real = realPathOf(path);
    if (real === resolve(root, relative(folder, path))) return false;
    if (isWithin(real, root) || isWithin(root, real) || visited.has(real)) return true;
    visited.add(real);
    if (allowed.some((each) => isWithin(real, each))) return false;
    outside.push({ path, target: real });
    return true;
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
