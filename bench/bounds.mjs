/**
 * Where each icon of our own set lies in its 24 × 24 square, and how much it paints.
 *
 *     node bench/bounds.mjs [<folder of drawings>]
 *
 * Bounds are of the rendered picture. `off` is how far the center of what is painted is from the
 * middle of the square. What the rules allow is in test/unit/drawing-rules.test.ts.
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
  const off = Math.hypot(center[0] - 12, center[1] - 12);
  row([
    name,
    ...[left, top, right, bottom].map((length) => length.toFixed(2)),
    center.map((length) => length.toFixed(2)).join(' '),
    off.toFixed(2),
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
