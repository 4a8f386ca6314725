/**
 * Bounds and painted area of each bundled icon in its 24 × 24 square.
 *
 *     node bench/bounds.mjs [<folder of icons>]
 *
 * Bounds are of the rendered image. `off` is the distance between the center of the painted area and
 * the middle of the square. The limits are in test/unit/drawing-rules.test.ts.
 */
import { createJiti } from 'jiti';
import { readFamilies } from './set/drawings.mjs';

const jiti = createJiti(import.meta.url, { fsCache: false });
const { measureInk } = await jiti.import('../src/lint/ink.ts');
const SQUARE = { x: 0, y: 0, width: 24, height: 24 };

const [folder] = process.argv.slice(2);
row(['icon', 'left', 'top', 'right', 'bottom', 'center', 'off', 'painted']);
for (const { name, svg } of readFamilies(folder).flat()) {
  const { left, top, right, bottom, center, share } = await measureInk(svg, SQUARE);
  const offset = Math.hypot(center[0] - 12, center[1] - 12);
  row([
    name,
    ...[left, top, right, bottom].map((length) => length.toFixed(2)),
    center.map((length) => length.toFixed(2)).join(' '),
    offset.toFixed(2),
    `${Math.round(share * 100)} %`,
  ]);
}

/** @param {string[]} cells */
function row(cells) {
  const widths = [20, 7, 7, 7, 8, 13, 6, 9];
  console.log(
    cells.map((cell, i) => (i ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join(''),
  );
}
