import { createHash } from 'node:crypto';
import { type Dirent, readdirSync } from 'node:fs';
import { byCodeUnit } from '../core/names.ts';
import { displayPath } from './display-path.ts';

/** Folders as one search sees them. */
export interface Listings {
  /**
   * What is in a folder, sorted by name; read once.
   *
   * @throws {NodeJS.ErrnoException} when it cannot be read.
   */
  readonly read: (path: string) => readonly Dirent[];
  /** Whether any folder that was read holds a link. */
  readonly hasLinks: () => boolean;
  /** Says that what the search finds depends on more than these folders. */
  readonly giveUp: () => void;
  /**
   * What stands for each folder that was read, by path relative to a folder. `undefined` where
   * another search may find something else though all folders list the same.
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
      // A link says nothing of what it leads to.
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
 * Stands for what is in a folder now: names and kinds, in whatever order the system gives them. Not
 * the time of the folder's last change, which not every file system keeps. `undefined` where it
 * cannot be read.
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
