import type { Dirent } from 'node:fs';
import { resolve } from 'node:path';
import { tryStat } from '../node/files.ts';

/** Search for SVG files in a folder. Paths are relative to the working folder, with forward slashes. */
export interface FolderSearch {
  readonly folder: string;
  /** @param readFolder reads a folder by its path */
  readonly find: (readFolder: (path: string) => readonly Dirent[]) => readonly string[];
  /** Checks if the search finds a file, or would if its name or folder did not begin with a dot. */
  readonly wouldMatch: (file: string) => boolean;
}

/**
 * Search of all SVG files below a folder, like the glob `**\/*.svg`, but without the code that globs
 * need. Leaves out hidden files and folders and `node_modules`. A link that leads nowhere counts as a file.
 */
export function walkFolder(folder: string, cwd: string): FolderSearch {
  return {
    folder,
    find(readFolder) {
      const files: string[] = [];
      // By depth, like fast-glob: of two links to one folder, the same one is followed.
      const folders = [folder];
      for (const path of folders) {
        for (const entry of readFolder(path)) {
          const { name } = entry;
          if (name.startsWith('.')) continue;
          const child = path === '.' ? name : `${path}/${name}`;
          if (isFolder(entry, resolve(cwd, child))) {
            if (!/^node_modules$/i.test(name)) folders.push(child);
          } else if (/\.svg$/i.test(name)) files.push(child);
        }
      }
      return files;
    },
    wouldMatch: (file) => /\.svg$/i.test(file),
  };
}

function isFolder(entry: Dirent, path: string): boolean {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  return tryStat(path)?.isDirectory() ?? false;
}
