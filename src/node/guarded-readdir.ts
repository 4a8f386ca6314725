import type { Dirent } from 'node:fs';
import { relative, resolve } from 'node:path';
import { type DirectoryCache, openDirectoryCache } from './directory-cache.ts';
import { isWithin, projectRoot, realPathOrSelf } from './project-root.ts';

/** Folder that could not be read. */
export interface UnreadableFolder {
  /** Absolute path. */
  readonly path: string;
  readonly error: NodeJS.ErrnoException;
}

/** Link that leads out of the project. */
export interface OutsideLink {
  /** Absolute path of the link. */
  readonly path: string;
  /** Real path of its target. */
  readonly target: string;
}

/**
 * Creates a reader of folders for a search that always ends and reports what it could not read. A link to
 * a folder is followed unless it leads to a folder that is searched anyway: inside the search folder,
 * one of its ancestors, or the target of another link. Links out of the project are not followed.
 *
 * @param folder absolute path where the search begins
 * @param directories cache of the folders that are read
 * @param outsideLinks receives links that lead out of the project
 */
export function guardedReaddir(
  folder: string,
  cwd: string,
  unreadable: UnreadableFolder[],
  directories: DirectoryCache = openDirectoryCache(),
  outsideLinks: OutsideLink[] = [],
): (path: string) => readonly Dirent[] {
  const root = realPathOrSelf(folder);
  const allowedRoots = [root, realPathOrSelf(projectRoot(cwd))];
  const visited = new Set<string>();

  function shouldSkip(path: string): boolean {
    const real = realPathOrSelf(path);
    if (real === resolve(root, relative(folder, path))) return false;
    if (isWithin(real, root) || isWithin(root, real) || visited.has(real)) return true;
    visited.add(real);
    if (allowedRoots.some((each) => isWithin(real, each))) return false;
    outsideLinks.push({ path, target: real });
    return true;
  }

  return (folderPath) => {
    const path = resolve(cwd, folderPath);
    try {
      // Sorted: of two links to one folder, the first is followed.
      return shouldSkip(path) ? [] : [...directories.read(path)];
    } catch (error) {
      directories.markUncacheable();
      unreadable.push({ path, error: error as NodeJS.ErrnoException });
      return [];
    }
  };
}
