import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * Default cache folder of a project: `node_modules/.cache/iconloom` beside the nearest
 * `package.json`, like other npm tools, so that CI caches and cleanups include it. Without a
 * `package.json`, a folder in the user's cache folder.
 *
 * @param cwd absolute path of the folder that the build runs in
 */
export function cacheFolder(cwd: string): string {
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) {
      return join(folder, 'node_modules', '.cache', 'iconloom');
    }
    if (folder === dirname(folder)) return join(userCache(), 'iconloom');
  }
}

/** The user's cache folder. Source: XDG Base Directory, Apple's File System Programming Guide, Windows' Known Folders. */
function userCache(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (XDG_CACHE_HOME) return XDG_CACHE_HOME;
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  if (process.platform === 'win32' && LOCALAPPDATA) return LOCALAPPDATA;
  return join(homedir(), '.cache');
}
