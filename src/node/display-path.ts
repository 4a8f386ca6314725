import { relative, resolve, sep } from 'node:path';

/** Path as it is shown and written: relative to a folder, with forward slashes. */
export function displayPath(path: string, cwd: string): string {
  return relative(cwd, path).replaceAll('\\', '/') || '.';
}

/** The absolute path that a path as it is shown stands for. */
export function pathOfDisplayed(file: string, cwd: string): string {
  // Most lie below; to resolve each of thousands takes as long as to look at them.
  const isBelow = sep === '/' && cwd !== '/' && !/^[/.]/.test(file);
  return isBelow ? `${cwd}/${file}` : resolve(cwd, file);
}
