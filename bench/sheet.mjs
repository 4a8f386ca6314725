/**
 * Generates the contact sheet of the bundled set: every icon at every size, on light and on dark.
 *
 *     npm run sheet [-- <folder of icons>]
 *
 * Writes to `.sheet/`: PNGs at one and two device pixels per px, `index.html` for browsing, and
 * `beside.png`, our interface icons with their counterparts in Lucide and Tabler, for review.
 * Without a folder it also writes `docs/set.svg`, the picture in the README.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { comparisonSheet } from './set/comparison-sheet.mjs';
import { THEMES, toPng } from './set/compose.mjs';
import { readFamilies } from './set/drawings.mjs';
import { contactPage } from './set/page.mjs';
import { readmePicture } from './set/readme-picture.mjs';
import { contactSheet } from './set/sheet.mjs';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

const [folder] = process.argv.slice(2);
const families = readFamilies(folder);
mkdirSync(join(ROOT, '.sheet'), { recursive: true });
for (const [name, theme] of Object.entries(THEMES)) {
  const sheet = contactSheet(families, theme);
  for (const zoom of [1, 2]) write(`.sheet/${name}@${zoom}x.png`, toPng(sheet, zoom));
}
write('.sheet/beside.png', toPng(comparisonSheet(families), 2));
write('.sheet/index.html', contactPage(families));
if (folder === undefined) write('docs/set.svg', readmePicture(families));

/** @param {string} file @param {string | Uint8Array} contents */
function write(file, contents) {
  writeFileSync(join(ROOT, file), contents);
  console.log(file);
}
