import { lstatSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { refuse } from '../add/refuse.ts';
import { displayPath } from '../node/display-path.ts';

const DEFAULT_FIX =
  'Choose another name. If your icons are in another folder, start the preview for that folder.';

/**
 * Refuses paths outside the icons folder, through links, which may lead out of it, and of anything
 * other than a file.
 *
 * @param path absolute
 * @param folder absolute; it may be a link itself, since it is what the configuration names
 * @throws {BuildError} `outside-folder`
 */
export function assertInsideFolder(
  path: string,
  folder: string,
  cwd: string,
  fix: string = DEFAULT_FIX,
): void {
  const args = { folder: displayPath(folder, cwd), fix };
  const reject = (reason: string): never =>
    refuse('outside-folder', { ...args, reason }, displayPath(path, cwd));
  const relativePath = relative(folder, path);
  const parts = relativePath.split(sep);
  if (relativePath === '' || isAbsolute(relativePath) || parts.includes('..'))
    reject(`${displayPath(path, cwd)} lies elsewhere`);
  let current = folder;
  for (const [index, part] of parts.entries()) {
    current = join(current, part);
    const stats = lstatSync(current, { throwIfNoEntry: false });
    if (!stats) return;
    const isLast = index === parts.length - 1;
    if (stats.isSymbolicLink()) reject(`${displayPath(current, cwd)} is a link`);
    if (isLast && !stats.isFile()) reject('it is not a file');
    if (!isLast && !stats.isDirectory()) reject(`${displayPath(current, cwd)} is not a folder`);
  }
}
