import { createHash } from 'node:crypto';
import { type Dirent, readdirSync } from 'node:fs';
import { byCodeUnit } from '../core/names.ts';
import { displayPath } from './display-path.ts';

/** Directory entries that one search has read. */
export interface Listings {
  /**
   * Reads a folder once; entries are sorted by name.
   *
   * @throws {NodeJS.ErrnoException} when it cannot be read.
   */
  readonly read: (path: string) => readonly Dirent[];
  /** True if any folder that was read contains a link. */
  readonly hasLinks: () => boolean;
  /** Marks the search as dependent on more than these folders, so that it cannot be cached. */
  readonly giveUp: () => void;
  /**
   * Digests of all folders that were read, by path relative to `cwd`. `undefined` if another search
   * may find something else although no folder changed.
   */
  readonly digests: (cwd: string) => Readonly<Record<string, string>> | undefined;
}

export function openListings(): Listings {
  const folders = new Map<string, readonly Dirent[]>();
  let isWhole = true;
  let hasLinks = false;
  return {
    hasLinks: () => hasLinks,
    read(path) {
      const known = folders.get(path);
      if (known) return known;
      const entries = listOf(path);
      // The entry of a link does not change with its target.
      if (entries.some((entry) => entry.isSymbolicLink())) {
        isWhole = false;
        hasLinks = true;
      }
      folders.set(path, entries);
      return entries;
    },
    giveUp() {
      isWhole = false;
    },
    digests(cwd) {
      if (!isWhole) return undefined;
      return Object.fromEntries(
        [...folders].map(([path, entries]) => [displayPath(path, cwd), digestOf(entries)]),
      );
    },
  };
}

/**
 * Digest of a folder's current entries: names and kinds, independent of order. Not its modification
 * time, which not every file system maintains. `undefined` if the folder cannot be read.
 */
export function digestOfFolder(path: string): string | undefined {
  try {
    return digestOf(listOf(path));
  } catch {
    return undefined;
  }
}

function listOf(path: string): readonly Dirent[] {
  return readdirSync(path, { withFileTypes: true }).sort((a, b) => byCodeUnit(a.name, b.name));
}

function digestOf(entries: readonly Dirent[]): string {
  const lines = entries.map((entry) => `${kindOf(entry)}${entry.name}`);
  return createHash('sha256').update(lines.join('\0')).digest('hex').slice(0, 32);
}

function kindOf(entry: Dirent): string {
  if (entry.isFile()) return 'f';
  if (entry.isDirectory()) return 'd';
  return entry.isSymbolicLink() ? 'l' : '?';
}
