import { stat } from 'node:fs/promises';
import { basename, resolve, sep } from 'node:path';
import fastGlob from 'fast-glob';
import globParent from 'glob-parent';
import { byCodeUnit } from '../core/names.ts';
import type { IconMeta } from '../core/types.ts';
import { displayPath } from './display-path.ts';
import { guardedFolders, type Outside, type Unreadable } from './folders.ts';
import { type Listings, openListings } from './listings.ts';
import { openPassedOver, type PassedOver } from './passed-over.ts';
import { leadsOutOf, projectRoot, realPathOf } from './project-root.ts';

/** File that an input resolves to. */
export interface InputFile {
  /** Absolute path. */
  readonly path: string;
  /** Path relative to the working folder, with forward slashes. */
  readonly file: string;
  /** Path relative to the input folder, with forward slashes. The icon's name comes from it. */
  readonly below: string;
  /** Name of the icon in a file that holds many. */
  readonly entry?: string;
  /** Metadata from the file itself. */
  readonly meta?: IconMeta;
}

/** Files that an input resolves to, and problems of the search. */
export interface Expanded {
  readonly files: readonly InputFile[];
  readonly unreadable: readonly Unreadable[];
  /** Files that look like icons and are not among these. */
  readonly passedOver: readonly PassedOver[];
  /** Links that lead out of the project and are not followed. */
  readonly outside: readonly Outside[];
}

const NOTHING: Expanded = { files: [], unreadable: [], passedOver: [], outside: [] };

/**
 * Finds the SVG files of one input, sorted by path: a folder (all below it), a file, or a glob, whose
 * fixed first part is its folder. Hidden files are skipped and reported; `node_modules` is not
 * searched. A broken link counts as a file, so that reading it fails and is reported.
 *
 * @param exclude globs of files to leave out, relative to `cwd`
 * @param listings cache of the folders that are read
 */
export async function expandInput(
  input: string,
  cwd: string,
  exclude: readonly string[],
  listings: Listings = openListings(),
): Promise<Expanded> {
  const path = resolve(cwd, input);
  const file = displayPath(path, cwd);
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile()) {
    return { ...NOTHING, files: [{ path, file, below: basename(path) }] };
  }
  if (found?.isDirectory())
    return search(file, `${fastGlob.escapePath(file)}/**/*.svg`, { cwd, exclude, listings });

  const glob = process.platform === 'win32' ? input.replaceAll('\\', '/') : input;
  if (!fastGlob.isDynamicPattern(glob)) return NOTHING;
  const folder = displayPath(resolve(cwd, globParent(glob)), cwd);
  return search(folder, withoutCurrent(glob), { cwd, exclude, listings });
}

interface Search {
  readonly cwd: string;
  readonly exclude: readonly string[];
  readonly listings: Listings;
}

function search(folder: string, pattern: string, { cwd, exclude, listings }: Search): Expanded {
  const unreadable: Unreadable[] = [];
  const outside: Outside[] = [];
  const modules = withoutCurrent(`${fastGlob.escapePath(folder)}/**/node_modules/**`);
  const folders = guardedFolders(resolve(cwd, folder), cwd, unreadable, listings, outside);
  const ignored = [modules, ...exclude.map(withoutCurrent)];
  const seen = openPassedOver({
    ...{ root: folder === '.' ? '' : folder, pattern: withoutCurrent(pattern) },
    ...{ ignored, cwd, listings },
  });
  const entries = fastGlob.sync(withoutCurrent(pattern), {
    cwd,
    fs: seen.watching(folders),
    ignore: ignored,
    // Makes fast-glob search for names without a wildcard, too, instead of looking them up.
    caseSensitiveMatch: false,
    onlyFiles: false,
    objectMode: true,
  });
  const root = folder === '.' ? '' : `${folder}/`;
  const found = entries
    .filter(({ path, dirent }) => /\.svg$/i.test(path) && !dirent.isDirectory())
    .map(({ path }) => inputFile(path, root, cwd))
    .sort((a, b) => byCodeUnit(a.file, b.file));
  const passedOver = seen.all();
  // Without a link in any folder there is nothing to check.
  if (!listings.hasLinks()) return { files: found, unreadable, passedOver, outside };
  const real = [resolve(cwd, folder), projectRoot(cwd)].map(realPathOf);
  const files = found.filter(({ path }) => {
    const target = leadsOutOf(path, real);
    if (target !== undefined) outside.push({ path, target });
    return target === undefined;
  });
  return { files, unreadable, passedOver, outside };
}

/** @param root folder of the search, relative to `cwd`, with a slash at its end */
function inputFile(path: string, root: string, cwd: string): InputFile {
  // Most need no change; resolving each takes as long as finding them all.
  if (sep === '/' && cwd !== '/' && path.startsWith(root) && !/^[/.]/.test(path)) {
    return { path: `${cwd}${sep}${path}`, file: path, below: path.slice(root.length) };
  }
  const absolute = resolve(cwd, path);
  const below = displayPath(absolute, resolve(cwd, root));
  return { path: absolute, file: displayPath(absolute, cwd), below };
}

/** fast-glob takes a leading `./` for a folder of that name. */
function withoutCurrent(glob: string): string {
  return glob.replace(/^(\.\/)+/, '');
}
