/**
 * Compares the bundled brand marks with the public marks.
 *
 *     node bench/marks.mjs [--picture <file.png>]
 *
 * Overlap is the painted area in common over the painted area of either, both fitted to the same
 * box of 256 px. Each needs at least 0.90. The public marks come from development packages; they are
 * a reference and never copied. `--picture` shows ours in red, theirs in blue.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Resvg } from '@resvg/resvg-js';
import { picture, place, THEMES, toPng } from './set/compose.mjs';
import { readDrawing } from './set/drawings.mjs';

const SIDE = 256;
const MIN_OVERLAP = 0.9;
/** Marks in a row of the picture, and the distance between two, in px. */
const COLUMNS = 5;
const STEP = SIDE + 20;

/** Icon name → public mark. */
const MARKS = {
  fb: simpleIcon('facebook'),
  fm: simpleIcon('messenger'),
  gp: whitePaths(logo('google-plus')),
  ins: simpleIcon('instagram'),
  ok: simpleIcon('odnoklassniki'),
  tg: simpleIcon('telegram'),
  tw: logo('twitter'),
  vk: simpleIcon('vk'),
  wt: simpleIcon('whatsapp'),
  'x-logo': simpleIcon('x'),
  yt: simpleIcon('youtube'),
};

const { values } = parseArgs({ options: { picture: { type: 'string' } } });
let pairs = '';
for (const [index, [name, theirs]] of Object.entries(MARKS).entries()) {
  const [a, b] = [readDrawing(name).svg, theirs].map(fitted);
  const overlap = overlapOf(coverage(a), coverage(b));
  console.log(
    `${name.padEnd(8)}${overlap.toFixed(3)}${overlap < MIN_OVERLAP ? '  too different' : ''}`,
  );
  if (overlap < MIN_OVERLAP) process.exitCode = 1;
  const [x, y] = [(index % COLUMNS) * STEP + 10, Math.floor(index / COLUMNS) * STEP + 10];
  for (const [svg, color] of [
    [a, '#e00'],
    [b, '#06f'],
  ]) {
    pairs += `<g color="${color}" opacity=".5">${place(svg, x, y, SIDE)}</g>`;
  }
}
if (values.picture) {
  const rows = Math.ceil(Object.keys(MARKS).length / COLUMNS);
  const svg = picture(pairs, COLUMNS * STEP, rows * STEP, THEMES.light);
  writeFileSync(values.picture, toPng(svg));
}

/** SVG with the square around its painted area as view box. @param {string} svg */
function fitted(svg) {
  const { x, y, width, height } = new Resvg(svg).getBBox();
  const side = Math.max(width, height);
  const box = [x - (side - width) / 2, y - (side - height) / 2, side, side].join(' ');
  return svg
    .replace(/viewBox="[^"]*"/, `viewBox="${box}"`)
    .replaceAll(/fill="(?!none)[^"]*"/g, 'fill="currentColor"');
}

/** Coverage of each pixel, 0 to 255. @param {string} svg */
function coverage(svg) {
  const { pixels } = new Resvg(svg, { fitTo: { mode: 'width', value: SIDE } }).render();
  return pixels.filter((_, index) => index % 4 === 3);
}

/** @param {Uint8Array} a @param {Uint8Array} b */
function overlapOf(a, b) {
  let common = 0;
  let either = 0;
  for (const [index, share] of a.entries()) {
    common += Math.min(share, b[index]);
    either += Math.max(share, b[index]);
  }
  return common / either;
}

/** @param {string} path */
function read(path) {
  return readFileSync(fileURLToPath(new URL(`../node_modules/${path}`, import.meta.url)), 'utf8');
}

/** @param {string} slug */
function simpleIcon(slug) {
  return read(`simple-icons/icons/${slug}.svg`).replace('<svg ', '<svg fill="currentColor" ');
}

/** @param {string} name */
function logo(name) {
  const { icons } = JSON.parse(read('@iconify-json/logos/icons.json'));
  const { width = 256, height = 256, body } = icons[name];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${body}</svg>`;
}

/** Extracts the mark from an SVG with a tile and shadows. @param {string} svg */
function whitePaths(svg) {
  const paths = svg.match(/<path d="[^"]*" fill="#FFF"\/>/g) ?? [];
  return `${svg.slice(0, svg.indexOf('>') + 1)}${paths.join('')}</svg>`;
}
