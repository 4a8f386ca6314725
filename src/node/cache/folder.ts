import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { userCacheFolder } from './user-folder.ts';

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
    if (folder === dirname(folder)) return join(userCacheFolder(), 'iconloom');
  }
}
