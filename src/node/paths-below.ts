import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What the name of no output holds: on one system or another it leads elsewhere. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what must not be in it
const ELSEWHERE = /[\0-\x1f\\:]|^\/|\/\/|^$|\/$|[ .](?:\/|$)/;

/**
 * Whether a text can be the path of an output below its folder, on any system: not absolute, without
 * `.` and `..`, backslashes and drives; Windows leaves out dots and blanks at the end of names.
 */
export function isPathBelow(path: unknown): path is string {
  return typeof path === 'string' && !ELSEWHERE.test(path);
}

/** Whether a path below a folder stays there: none of the folders on its way is a link. */
export function staysBelow(folder: string, path: string): boolean {
  const way = dirname(path);
  if (way === '.') return true;
  try {
    return realpathSync(join(folder, way)) === join(realpathSync(folder), way);
  } catch {
    return false;
  }
}
