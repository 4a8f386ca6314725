/** Image of findings of rules: for each, its icons with their names in a row. */
import { Resvg } from '@resvg/resvg-js';

/** @typedef {import('../../src/lint/types.ts').LintSource} Drawing */
/** @typedef {import('../../src/lint/types.ts').LintFinding} LintFinding */

/** Sides of an icon and of its cell, in px. */
const SIDE = 72;
const WIDTH = 132;
const HEIGHT = 100;
const COLUMNS = 8;
/** Limits of findings per image, and of icons per finding. */
const MAX_FINDINGS = 120;
const MAX_ICONS = 6;

/** @param {readonly LintFinding[]} findings @param {readonly Drawing[]} drawings @returns {Uint8Array} PNG */
export function findingsSheet(findings, drawings) {
  const byFile = new Map(drawings.map((drawing) => [drawing.file, drawing]));
  let [column, row] = [0, 0];
  const cells = [];
  for (const { file, others = [] } of findings.slice(0, MAX_FINDINGS)) {
    const shown = [file, ...others].slice(0, MAX_ICONS);
    if (column + shown.length > COLUMNS) [column, row] = [0, row + 1];
    const [x, y] = [column * WIDTH, row * HEIGHT];
    cells.push(
      `<rect x="${x + 3}" y="${y + 3}" width="${shown.length * WIDTH - 6}" height="${HEIGHT - 6}" fill="#f4f4f5" rx="6"/>`,
    );
    for (const [i, each] of shown.entries()) cells.push(cell(byFile.get(each), x + i * WIDTH, y));
    column += shown.length;
  }
  const [width, height] = [COLUMNS * WIDTH, (row + 1) * HEIGHT];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fff"/>${cells.join('')}</svg>`;
  return new Resvg(svg, { font: { loadSystemFonts: true } }).render().asPng();
}

/** @param {Drawing | undefined} drawing @param {number} x @param {number} y */
function cell(drawing, x, y) {
  if (!drawing) return '';
  const { plainSymbol, id, facts } = drawing.icon;
  const name = drawing.file.replace(/^[^/]*\//, '').replace('.svg', '');
  const text = `<text x="${x + WIDTH / 2}" y="${y + HEIGHT - 9}" font-family="sans-serif" font-size="10" text-anchor="middle">${name}</text>`;
  const place = `x="${x + (WIDTH - SIDE) / 2}" y="${y + 7}" width="${SIDE}" height="${SIDE}" viewBox="${facts.viewBox}"`;
  const content = plainSymbol
    .slice(`<symbol id="${id}"`.length)
    .replace(/ viewBox="[^"]*"/, '')
    .replace(/<\/symbol>$/, '</svg>');
  return `<svg ${place}${content}${text}`;
}
