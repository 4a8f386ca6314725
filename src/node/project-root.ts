import { existsSync, lstatSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** What stands in the folder that a project, with all of its packages, lies in. */
const MARKS = ['.git', 'pnpm-workspace.yaml'];

/**
 * The folder that holds all of a project, also the other packages of a monorepo: the nearest one with
 * a repository or workspaces, else the nearest with a `package.json`, else the folder itself.
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

/** Whether a path is a folder, or lies below it. */
export function isWithin(path: string, folder: string): boolean {
  const below = relative(folder, path);
  return below === '' || !(below === '..' || below.startsWith(`..${sep}`) || join(below) === path);
}

/**
 * What a link leads to, where that is in none of these folders; `undefined` for anything else, also
 * for a link that leads nowhere, which fails when it is read.
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

/** Itself where the system cannot say. */
export function realPathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
