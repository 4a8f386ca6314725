import { relative, resolve, sep } from 'node:path';

/** Path for display and output: relative to a folder, with forward slashes. */
export function displayPath(path: string, cwd: string): string {
  return relative(cwd, path).replaceAll('\\', '/') || '.';
}

/** Absolute path of a displayed path. */
export function fromDisplayPath(file: string, cwd: string): string {
  // Most are below the folder; resolving thousands takes as long as reading their stats.
  const isBelow = sep === '/' && cwd !== '/' && !/^[/.]/.test(file);
  return isBelow ? `${cwd}/${file}` : resolve(cwd, file);
}
