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

/** A file that an input stands for. */
export interface InputFile {
  /** Absolute path. */
  readonly path: string;
  /** Path relative to the working folder, with forward slashes. */
  readonly file: string;
  /** Path below the input folder, with forward slashes: what the icon is named after. */
  readonly below: string;
  /** Its name in the file, where that holds many. */
  readonly entry?: string;
  /** What the file itself says of it. */
  readonly meta?: IconMeta;
}

/** What an input stands for. */
export interface Expanded {
  readonly files: readonly InputFile[];
  readonly unreadable: readonly Unreadable[];
  /** Files that look like drawings, and are none of these. */
  readonly passedOver: readonly PassedOver[];
  /** Links that are not followed, since they lead out of the project. */
  readonly outside: readonly Outside[];
}

const NOTHING: Expanded = { files: [], unreadable: [], passedOver: [], outside: [] };

/**
 * The SVG files that one input stands for, sorted by path: a folder (all below it), a file, or a
 * glob, whose fixed first part counts as its folder. Hidden files below the input are passed over,
 * which is told, and `node_modules` is not looked at. A broken link is a file here, so that reading it fails and is told.
 *
 * @param exclude globs of files to leave out, relative to `cwd`
 * @param listings where what is seen is kept
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
    // With this, names without a wildcard are searched for, too, and not looked up.
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
  // Without a link in any folder there is nothing to ask.
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
  // Most are as they are shown already; to resolve each takes as long as to find them all.
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
