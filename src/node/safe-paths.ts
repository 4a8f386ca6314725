import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Characters that lead out of the folder on some system; no output name contains them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what must not be in it
const UNSAFE_PATH = /[\0-\x1f\\:]|^\/|\/\/|^$|\/$|[ .](?:\/|$)/;

/**
 * Checks if a value is a safe path below a folder on any system: not absolute, no `.` or `..`, no
 * backslashes or drives, no trailing dots or spaces, which Windows drops.
 */
export function isSafeRelativePath(path: unknown): path is string {
  return typeof path === 'string' && !UNSAFE_PATH.test(path);
}

/** Checks if a path stays below a folder: none of the folders in between is a link. */
export function staysInFolder(folder: string, path: string): boolean {
  const parent = dirname(path);
  if (parent === '.') return true;
  try {
    return realpathSync(join(folder, parent)) === join(realpathSync(folder), parent);
  } catch {
    return false;
  }
}
