import { relative, resolve } from 'node:path';
import type { FileSystemAdapter } from 'fast-glob';
import { type Listings, openListings } from './listings.ts';
import { isWithin, projectRoot, realPathOf } from './project-root.ts';

/** Folder that could not be read. */
export interface Unreadable {
  /** Absolute path. */
  readonly path: string;
  readonly error: NodeJS.ErrnoException;
}

/** Link that leads out of the project. */
export interface Outside {
  /** Absolute path of the link. */
  readonly path: string;
  /** Real path of its target. */
  readonly target: string;
}

/**
 * Creates a `readdirSync` for a search that always ends and reports what it could not read. A link to
 * a folder is followed unless it leads to a folder that is searched anyway: inside the search folder,
 * one of its ancestors, or the target of another link. Links out of the project are not followed.
 *
 * @param folder absolute path where the search begins
 * @param listings cache of the folders that are read
 * @param outside receives links that lead out of the project
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
      // Sorted: of two links to one folder, the first is followed.
      return leadsBack(path) ? [] : [...listings.read(path)];
    } catch (error) {
      listings.giveUp();
      unreadable.push({ path, error: error as NodeJS.ErrnoException });
      return [];
    }
  };
  return { readdirSync: guarded as unknown as FileSystemAdapter['readdirSync'] };
}
