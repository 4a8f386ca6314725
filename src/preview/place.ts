import { lstatSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { refuse } from '../add/refuse.ts';
import { displayPath } from '../node/display-path.ts';

const FIX =
  'Choose another name. If your icons are in another folder, start the preview for that folder.';

/**
 * Refuses paths outside the icons folder, through links, which may lead out of it, and of anything
 * other than a file.
 *
 * @param path absolute
 * @param folder absolute; it may be a link itself, since it is what the configuration names
 * @throws {BuildError} `outside-folder`
 */
export function requireInside(path: string, folder: string, cwd: string, fix: string = FIX): void {
  const args = { folder: displayPath(folder, cwd), fix };
  const no = (reason: string): never =>
    refuse('outside-folder', { ...args, reason }, displayPath(path, cwd));
  const below = relative(folder, path);
  const parts = below.split(sep);
  if (below === '' || isAbsolute(below) || parts.includes('..'))
    no(`${displayPath(path, cwd)} lies elsewhere`);
  let at = folder;
  for (const [index, part] of parts.entries()) {
    at = join(at, part);
    const stats = lstatSync(at, { throwIfNoEntry: false });
    if (!stats) return;
    const isLast = index === parts.length - 1;
    if (stats.isSymbolicLink()) no(`${displayPath(at, cwd)} is a link`);
    if (isLast && !stats.isFile()) no('it is not a file');
    if (!isLast && !stats.isDirectory()) no(`${displayPath(at, cwd)} is not a folder`);
  }
}
