import type { Dirent } from 'node:fs';
import { resolve } from 'node:path';
import fastGlob, { type FileSystemAdapter } from 'fast-glob';
import globParent from 'glob-parent';
import picomatch from 'picomatch';
import { displayPath } from '../node/display-path.ts';
import type { FolderSearch } from './walk-folder.ts';

/** Search of a glob; `undefined` if the input has no wildcards. */
export function searchGlob(
  input: string,
  cwd: string,
  exclude: readonly string[],
): FolderSearch | undefined {
  const glob = process.platform === 'win32' ? input.replaceAll('\\', '/') : input;
  if (!fastGlob.isDynamicPattern(glob)) return undefined;
  const folder = displayPath(resolve(cwd, globParent(glob)), cwd);
  return createSearch(folder, glob, cwd, exclude);
}

/** Search of all SVG files below a folder that leaves some out. */
export function searchFolder(
  folder: string,
  cwd: string,
  exclude: readonly string[],
): FolderSearch {
  return createSearch(folder, `${fastGlob.escapePath(folder)}/**/*.svg`, cwd, exclude);
}

function createSearch(
  folder: string,
  glob: string,
  cwd: string,
  exclude: readonly string[],
): FolderSearch {
  const pattern = stripDotSlash(glob);
  const modules = stripDotSlash(`${fastGlob.escapePath(folder)}/**/node_modules/**`);
  const ignored = [modules, ...exclude.map(stripDotSlash)];
  const options = { dot: true, nocase: true };
  return {
    folder,
    find(readFolder) {
      const readdirSync = readFolder as (path: string) => Dirent[];
      const entries = fastGlob.sync(pattern, {
        cwd,
        fs: { readdirSync: readdirSync as unknown as FileSystemAdapter['readdirSync'] },
        ignore: ignored,
        // Makes fast-glob search for names without a wildcard, too, instead of looking them up.
        caseSensitiveMatch: false,
        onlyFiles: false,
        objectMode: true,
      });
      return entries
        .filter(({ path, dirent }) => /\.svg$/i.test(path) && !dirent.isDirectory())
        .map(({ path }) => path);
    },
    wouldMatch: (file) =>
      picomatch(pattern, options)(file) && !picomatch([...ignored], options)(file),
  };
}

/** fast-glob takes a leading `./` for a folder of that name. */
function stripDotSlash(glob: string): string {
  return glob.replace(/^(\.\/)+/, '');
}
