/** Folders of SVG files that the tools build. */
import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { iconsFolderOf } from '../sets.mjs';

const OWN = fileURLToPath(new URL('../../icons', import.meta.url));

/**
 * Copies all SVG files of a set to one folder, under unique names.
 *
 * @returns {string} path of the folder
 */
export function flatFolder(set, scratch) {
  return copyIcons(iconsFolderOf(set, scratch), join(scratch, `flat-${set}`));
}

/**
 * Folder with few icons: those of this package, or evenly chosen ones of lucide if it has too few.
 *
 * @returns {string} path of the folder
 */
export function smallFolder(count, scratch) {
  const own = svgFiles(OWN).length;
  const from = count <= own ? OWN : iconsFolderOf('lucide', scratch);
  return copyIcons(from, join(scratch, `small-${count}`), count);
}

function copyIcons(from, to, count) {
  mkdirSync(to, { recursive: true });
  const files = svgFiles(from);
  const step = files.length / (count ?? files.length);
  for (let index = 0; index < (count ?? files.length); index++) {
    const path = files[Math.floor(index * step)];
    cpSync(join(from, path), join(to, path.replaceAll('/', '-')));
  }
  return to;
}

function svgFiles(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.svg'))
    .sort();
}
