import { mkdirSync, statSync } from 'node:fs';
import nodeModule from 'node:module';
import { join } from 'node:path';
import { userCacheFolder } from '../node/cache/user-folder.ts';

/** Part of `node:module` since Node 22.8. */
interface CompileCacheApi {
  readonly enableCompileCache?: (folder: string) => unknown;
}

/**
 * Makes Node keep compiled code for the next start, if it can. Node ignores the call if
 * `NODE_DISABLE_COMPILE_CACHE` is set or `NODE_COMPILE_CACHE` names another folder. Its default folder
 * is below the system's temporary folder, where other users could put code to run; ours is the user's.
 */
export function enableCompileCache(): void {
  const { enableCompileCache: enable } = nodeModule as CompileCacheApi;
  if (!enable || process.env.NODE_COMPILE_CACHE || process.env.NODE_DISABLE_COMPILE_CACHE) return;
  try {
    const folder = join(userCacheFolder(), 'iconloom', 'compiled');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (isPrivate(folder)) enable(folder);
  } catch {
    // There is no such folder, or it cannot be written: the start only takes longer.
  }
}

/** Checks that only this user can write to a folder. Windows keeps others out of the user's folders. */
function isPrivate(folder: string): boolean {
  if (!process.getuid) return true;
  const { uid, mode } = statSync(folder);
  return uid === process.getuid() && (mode & 0o022) === 0;
}
