import { caption, picture, place } from './compose.mjs';

const SIZES = [48, 32, 24, 16];
const COLUMNS = 12;
const MARGIN = 24;
/** Gap between icons in px, by icon size. */
const GAP = { 48: 32, 32: 24, 24: 20, 16: 16 };

/**
 * Every icon at every size, families side by side, as one SVG.
 *
 * @param {import('./drawings.mjs').Drawing[][]} families
 * @param {{ paper: string, ink: string, faint: string }} theme
 */
export function contactSheet(families, theme) {
  const rows = inRows(families);
  let y = MARGIN;
  let body = '';
  let width = 0;
  for (const size of SIZES) {
    const step = size + GAP[size];
    body += caption(`${size} px`, MARGIN, y, { size: 9, fill: theme.faint, anchor: 'start' });
    y += 10;
    for (const row of rows) {
      row.forEach(({ name, svg }, column) => {
        const x = MARGIN + column * step;
        body += place(svg, x, y, size);
        if (size !== SIZES[0]) return;
        body += caption(name, x + size / 2, y + size + 11, { fill: theme.faint });
      });
      width = Math.max(width, MARGIN * 2 + row.length * step);
      y += step;
    }
    y += MARGIN / 2;
  }
  return picture(body, width, y, theme);
}

/**
 * Rows that do not split families.
 *
 * @param {import('./drawings.mjs').Drawing[][]} families
 */
function inRows(families) {
  /** @type {import('./drawings.mjs').Drawing[][]} */
  const rows = [[]];
  for (const family of families) {
    if (rows[rows.length - 1].length + family.length > COLUMNS) rows.push([]);
    rows[rows.length - 1].push(...family);
  }
  return rows;
}
