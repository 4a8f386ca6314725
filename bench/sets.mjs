/** The public sets that the benches measure with: folders of drawings in development packages. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MODULES = fileURLToPath(new URL('../node_modules/', import.meta.url));

/** Folder of each set's drawings, or the Iconify collection that holds them. */
export const SETS = {
  lucide: 'lucide-static/icons',
  'simple-icons': 'simple-icons/icons',
  tabler: '@tabler/icons/icons',
  flags: 'flag-icons/flags',
  logos: '@iconify-json/logos/icons.json',
  noto: '@iconify-json/noto/icons.json',
};

/**
 * The folder with a set's drawings. Those of an Iconify collection are written as files first.
 *
 * @param {string} set key of `SETS`
 * @param {string} scratch folder for what is written
 * @returns {string}
 */
export function drawingsOf(set, scratch) {
  const source = join(MODULES, SETS[set]);
  if (!source.endsWith('.json')) return source;
  const { icons, ...shared } = JSON.parse(readFileSync(source, 'utf8'));
  const folder = join(scratch, set);
  mkdirSync(folder, { recursive: true });
  for (const [name, icon] of Object.entries(icons)) {
    const all = { left: 0, top: 0, width: 16, height: 16, ...shared, ...icon };
    const { left, top, width, height, body } = all;
    const size = `width="${width}" height="${height}" viewBox="${left} ${top} ${width} ${height}"`;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${size}>${body}</svg>`;
    writeFileSync(join(folder, `${name}.svg`), svg);
  }
  return folder;
}
