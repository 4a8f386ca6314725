/** Public icon sets for the benches: folders of SVG files in development packages. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MODULES = fileURLToPath(new URL('../node_modules/', import.meta.url));

/** Folder of each set's SVG files, or the Iconify collection that contains them. */
export const SETS = {
  lucide: 'lucide-static/icons',
  'simple-icons': 'simple-icons/icons',
  tabler: '@tabler/icons/icons',
  flags: 'flag-icons/flags',
  logos: '@iconify-json/logos/icons.json',
  noto: '@iconify-json/noto/icons.json',
};

/**
 * Folder with the SVG files of a set. Icons of an Iconify collection are written to files first.
 *
 * @param {string} set key of `SETS`
 * @param {string} scratch folder for written files
 * @returns {string}
 */
export function iconsFolderOf(set, scratch) {
  const source = join(MODULES, SETS[set]);
  if (!source.endsWith('.json')) return source;
  const { icons, ...shared } = JSON.parse(readFileSync(source, 'utf8'));
  const folder = join(scratch, set);
  mkdirSync(folder, { recursive: true });
  for (const [name, icon] of Object.entries(icons)) {
    const merged = { left: 0, top: 0, width: 16, height: 16, ...shared, ...icon };
    const { left, top, width, height, body } = merged;
    const size = `width="${width}" height="${height}" viewBox="${left} ${top} ${width} ${height}"`;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${size}>${body}</svg>`;
    writeFileSync(join(folder, `${name}.svg`), svg);
  }
  return folder;
}
