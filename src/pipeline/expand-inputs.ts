import { stat } from 'node:fs/promises';
import { basename, resolve, sep } from 'node:path';
import { byCodeUnit } from '../core/names.ts';
import type { IconMeta } from '../core/types.ts';
import { type DirectoryCache, openDirectoryCache } from '../node/directory-cache.ts';
import { displayPath } from '../node/display-path.ts';
import {
  guardedReaddir,
  type OutsideLink,
  type UnreadableFolder,
} from '../node/guarded-readdir.ts';
import { linkTargetOutside, projectRoot, realPathOrSelf } from '../node/project-root.ts';
import { openSkippedFiles, type SkippedFile } from './skipped-files.ts';
import { type FolderSearch, walkFolder } from './walk-folder.ts';

/** File that an input resolves to. */
export interface InputFile {
  /** Absolute path. */
  readonly path: string;
  /** Path relative to the working folder, with forward slashes. */
  readonly file: string;
  /** Path relative to the input folder, with forward slashes. The icon's name comes from it. */
  readonly pathInInput: string;
  /** Name of the icon in a file that has many, such as an Iconify set. */
  readonly entry?: string;
  /** Metadata from the file itself. */
  readonly meta?: IconMeta;
}

/** Files that an input resolves to, and problems of the search. */
export interface ExpandedInput {
  readonly files: readonly InputFile[];
  readonly unreadable: readonly UnreadableFolder[];
  /** Files that look like icons and are not among these. */
  readonly skippedFiles: readonly SkippedFile[];
  /** Links that lead out of the project and are not followed. */
  readonly outsideLinks: readonly OutsideLink[];
}

const NO_FILES: ExpandedInput = { files: [], unreadable: [], skippedFiles: [], outsideLinks: [] };

/**
 * Finds the SVG files of one input, sorted by path: a folder (all below it), a file, or a glob, whose
 * fixed first part is its folder. Hidden files are skipped and reported; `node_modules` is not
 * searched. A broken link counts as a file, so that reading it fails and is reported.
 *
 * @param exclude globs of files to leave out, relative to `cwd`
 * @param directories cache of the folders that are read
 */
export async function expandInput(
  input: string,
  cwd: string,
  exclude: readonly string[],
  directories: DirectoryCache = openDirectoryCache(),
): Promise<ExpandedInput> {
  const path = resolve(cwd, input);
  const file = displayPath(path, cwd);
  const stats = await stat(path).catch(() => undefined);
  if (stats?.isFile()) {
    return { ...NO_FILES, files: [{ path, file, pathInInput: basename(path) }] };
  }
  // Most inputs are folders without exclusions, which need no globs.
  if (stats?.isDirectory() && exclude.length === 0) {
    return runSearch(walkFolder(file, cwd), cwd, directories);
  }
  const { searchFolder, searchGlob } = await import('./glob-search.ts');
  const search = stats?.isDirectory()
    ? searchFolder(file, cwd, exclude)
    : searchGlob(input, cwd, exclude);
  return search ? runSearch(search, cwd, directories) : NO_FILES;
}

function runSearch(
  { folder, find, wouldMatch }: FolderSearch,
  cwd: string,
  directories: DirectoryCache,
): ExpandedInput {
  const unreadable: UnreadableFolder[] = [];
  const outsideLinks: OutsideLink[] = [];
  const folders = guardedReaddir(resolve(cwd, folder), cwd, unreadable, directories, outsideLinks);
  const skipped = openSkippedFiles({
    ...{ root: folder === '.' ? '' : folder, wouldMatch },
    ...{ cwd, directories },
  });
  const root = folder === '.' ? '' : `${folder}/`;
  const candidates = find(skipped.wrap(folders))
    .map((path) => inputFile(path, root, cwd))
    .sort((a, b) => byCodeUnit(a.file, b.file));
  const skippedFiles = skipped.list();
  // Without a link in any folder there is nothing to check.
  if (!directories.hasLinks()) return { files: candidates, unreadable, skippedFiles, outsideLinks };
  const realRoots = [resolve(cwd, folder), projectRoot(cwd)].map(realPathOrSelf);
  const files = candidates.filter(({ path }) => {
    const target = linkTargetOutside(path, realRoots);
    if (target !== undefined) outsideLinks.push({ path, target });
    return target === undefined;
  });
  return { files, unreadable, skippedFiles, outsideLinks };
}

/** @param root folder of the search, relative to `cwd`, with a slash at its end */
function inputFile(path: string, root: string, cwd: string): InputFile {
  // Most need no change; resolving each takes as long as finding them all.
  if (sep === '/' && cwd !== '/' && path.startsWith(root) && !/^[/.]/.test(path)) {
    return { path: `${cwd}${sep}${path}`, file: path, pathInInput: path.slice(root.length) };
  }
  const absolute = resolve(cwd, path);
  const pathInInput = displayPath(absolute, resolve(cwd, root));
  return { path: absolute, file: displayPath(absolute, cwd), pathInInput };
}
