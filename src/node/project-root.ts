import { existsSync, lstatSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** Files and folders that mark the root of a project with all of its packages. */
const MARKS = ['.git', 'pnpm-workspace.yaml'];

/**
 * Finds the root folder of a project, with all packages of a monorepo: the nearest folder with a
 * repository or workspaces, else the nearest with a `package.json`, else the folder itself.
 */
export function projectRoot(folder: string): string {
  let nearest: string | undefined;
  for (let at = folder; ; at = dirname(at)) {
    if (MARKS.some((mark) => existsSync(join(at, mark))) || hasWorkspaces(at)) return at;
    if (nearest === undefined && existsSync(join(at, 'package.json'))) nearest = at;
    if (at === dirname(at)) return nearest ?? folder;
  }
}

function hasWorkspaces(folder: string): boolean {
  try {
    return 'workspaces' in JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  } catch {
    return false;
  }
}

/** Checks if a path is a folder or lies below it. */
export function isWithin(path: string, folder: string): boolean {
  const below = relative(folder, path);
  return below === '' || !(below === '..' || below.startsWith(`..${sep}`) || join(below) === path);
}

/**
 * Target of a link that leads out of these folders; `undefined` for anything else, also for a broken
 * link, which fails when it is read.
 *
 * @param folders real paths
 */
export function leadsOutOf(path: string, folders: readonly string[]): string | undefined {
  try {
    if (!lstatSync(path).isSymbolicLink()) return undefined;
    const real = realpathSync(path);
    return folders.some((folder) => isWithin(real, folder)) ? undefined : real;
  } catch {
    return undefined;
  }
}

/** Real path; the path itself if it cannot be resolved. */
export function realPathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
