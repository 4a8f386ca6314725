import { createHash } from 'node:crypto';
import { type Dirent, readdirSync } from 'node:fs';
import { byCodeUnit } from '../core/names.ts';
import { displayPath } from './display-path.ts';

/** Directory entries that one search has read. */
export interface DirectoryCache {
  /**
   * Reads a folder once; entries are sorted by name.
   *
   * @throws {NodeJS.ErrnoException} when it cannot be read.
   */
  readonly read: (path: string) => readonly Dirent[];
  /** True if any folder that was read contains a link. */
  readonly hasLinks: () => boolean;
  /** Marks the search as dependent on more than these folders, so that it cannot be cached. */
  readonly markUncacheable: () => void;
  /**
   * Digests of all folders that were read, by path relative to `cwd`. `undefined` if another search
   * may find something else although no folder changed.
   */
  readonly digests: (cwd: string) => Readonly<Record<string, string>> | undefined;
}

export function openDirectoryCache(): DirectoryCache {
  const folders = new Map<string, readonly Dirent[]>();
  let isCacheable = true;
  let hasLinks = false;
  return {
    hasLinks: () => hasLinks,
    read(path) {
      const cached = folders.get(path);
      if (cached) return cached;
      const entries = readSortedDirectory(path);
      // The entry of a link does not change with its target.
      if (entries.some((entry) => entry.isSymbolicLink())) {
        isCacheable = false;
        hasLinks = true;
      }
      folders.set(path, entries);
      return entries;
    },
    markUncacheable() {
      isCacheable = false;
    },
    digests(cwd) {
      if (!isCacheable) return undefined;
      return Object.fromEntries(
        [...folders].map(([path, entries]) => [displayPath(path, cwd), digestEntries(entries)]),
      );
    },
  };
}

/**
 * Digest of a folder's current entries: names and kinds, independent of order. Not its modification
 * time, which not every file system maintains. `undefined` if the folder cannot be read.
 */
export function digestDirectory(path: string): string | undefined {
  try {
    return digestEntries(readSortedDirectory(path));
  } catch {
    return undefined;
  }
}

function readSortedDirectory(path: string): readonly Dirent[] {
  return readdirSync(path, { withFileTypes: true }).sort((a, b) => byCodeUnit(a.name, b.name));
}

function digestEntries(entries: readonly Dirent[]): string {
  const lines = entries.map((entry) => `${kindOf(entry)}${entry.name}`);
  return createHash('sha256').update(lines.join('\0')).digest('hex').slice(0, 32);
}

function kindOf(entry: Dirent): string {
  if (entry.isFile()) return 'f';
  if (entry.isDirectory()) return 'd';
  return entry.isSymbolicLink() ? 'l' : '?';
}
