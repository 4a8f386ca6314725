import { existsSync, lstatSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** Files and folders that mark the root of a project with all of its packages. */
const ROOT_MARKERS = ['.git', 'pnpm-workspace.yaml'];

/**
 * Finds the root folder of a project, with all packages of a monorepo: the nearest folder with a
 * repository or workspaces, else the nearest with a `package.json`, else the folder itself.
 */
export function projectRoot(folder: string): string {
  let nearest: string | undefined;
  for (let dir = folder; ; dir = dirname(dir)) {
    if (ROOT_MARKERS.some((marker) => existsSync(join(dir, marker))) || hasWorkspaces(dir))
      return dir;
    if (nearest === undefined && existsSync(join(dir, 'package.json'))) nearest = dir;
    if (dir === dirname(dir)) return nearest ?? folder;
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
export function linkTargetOutside(path: string, folders: readonly string[]): string | undefined {
  try {
    if (!lstatSync(path).isSymbolicLink()) return undefined;
    const real = realpathSync(path);
    return folders.some((folder) => isWithin(real, folder)) ? undefined : real;
  } catch {
    return undefined;
  }
}

/** Real path; the path itself if it cannot be resolved. */
export function realPathOrSelf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
