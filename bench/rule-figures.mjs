/**
 * Generates the figures of docs/rules.md from the fixtures of the rules.
 *
 *     node bench/rule-figures.mjs
 *
 * Writes `docs/figures/rules/<rule>.svg`: a wrong and a right icon on the pixel grid, large and at
 * 24 px. Marks in captions.json show the problem in red.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FIXTURES = new URL('../test/fixtures/rules/', import.meta.url);
const FIGURES = new URL('../docs/figures/rules/', import.meta.url);
const SIDE = 168;
const SMALL = 24;
const STEP = 288;
/** Rules whose icons are shown on both backgrounds. */
const BOTH_BACKGROUNDS = new Set(['contrast']);
/** Rules whose marks show the correct geometry, and so are on both icons. */
const GUIDES = new Set(['live-area', 'optical-center']);

const HEAD = `<style>:root{color:#1f2328}@media (prefers-color-scheme:dark){:root{color:#f0f6fc}}text.c{font:12px sans-serif;fill:#777d85;}</style>
<defs><pattern id="grid" width="1" height="1" patternUnits="userSpaceOnUse"><path d="M0 0h1M0 0v1" fill="none" stroke="#777d85" stroke-opacity=".35" stroke-width=".06"/></pattern></defs>`;
const SIGNS = {
  wrong: '<path d="M-4-4l8 8M4-4l-8 8" fill="none" stroke="#e5484d" stroke-width="2.5"/>',
  right: '<path d="M-5 0l4 4 7-8" fill="none" stroke="#2f9e5b" stroke-width="2.5"/>',
};

/** @typedef {{ wrong: string, right: string, marks?: string }} Caption */

/** @type {Record<string, Caption>} */
const captions = JSON.parse(readFileSync(new URL('captions.json', FIXTURES), 'utf8'));
mkdirSync(FIGURES, { recursive: true });
for (const [rule, caption] of Object.entries(captions)) {
  const file = new URL(`${rule}.svg`, FIGURES);
  writeFileSync(file, figure(rule, caption));
  console.log(fileURLToPath(file));
}

/** @param {string} rule @param {Caption} caption */
function figure(rule, caption) {
  const [width, height] = [2 * STEP - 16, SIDE + 34];
  const halves = /** @type {const} */ (['wrong', 'right']).map((kind, index) => {
    const marks = kind === 'wrong' || GUIDES.has(rule) ? (caption.marks ?? '') : '';
    return half(rule, kind, caption[kind], marks, index * STEP);
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<title>${rule}: ${caption.wrong}; ${caption.right}</title>
${HEAD}
${halves.join('\n')}
</svg>
`;
}

/**
 * @param {string} rule
 * @param {'wrong' | 'right'} kind
 * @param {string} caption
 * @param {string} marks
 * @param {number} left
 */
function half(rule, kind, caption, marks, left) {
  const svg = readFileSync(new URL(`${rule}.${kind}.svg`, FIXTURES), 'utf8').trim();
  const [, , width = 24, height = 24] = (/viewBox="([^"]*)"/.exec(svg)?.[1] ?? '')
    .split(' ')
    .map(Number);
  const box = `viewBox="0 0 ${width} ${height}"`;
  const x = left + 52;
  const parts = [
    ...(BOTH_BACKGROUNDS.has(rule)
      ? [
          background(x, SIDE, '#fff', '#1b1b1f'),
          background(left + 12, SMALL, '#fff', '#1b1b1f', SIDE / 2),
        ]
      : []),
    `<svg x="${x}" y="1" width="${SIDE}" height="${SIDE}" ${box}><rect width="${width}" height="${height}" fill="url(#grid)" stroke="#777d85" stroke-width=".12"/></svg>`,
    placed(svg, x, 1, SIDE, 'opacity=".8"'),
    marks &&
      `<svg x="${x}" y="1" width="${SIDE}" height="${SIDE}" ${box} fill="none" stroke="#e5484d" stroke-width=".2">${marks}</svg>`,
    placed(svg, left + 12, SIDE / 2 - SMALL / 2, SMALL, ''),
    `<g transform="translate(${x + 6} ${SIDE + 20})">${SIGNS[kind]}</g>`,
    `<text class="c" x="${x + 20}" y="${SIDE + 24}">${caption}</text>`,
  ];
  return parts.filter(Boolean).join('\n');
}

/** @param {number} x @param {number} side @param {string} light @param {string} dark @param {number} [middle] */
function background(x, side, light, dark, middle = SIDE / 2 + 1) {
  const y = middle - side / 2;
  return `<rect x="${x}" y="${y}" width="${side / 2}" height="${side}" fill="${light}"/><rect x="${x + side / 2}" y="${y}" width="${side / 2}" height="${side}" fill="${dark}"/>`;
}

/** SVG at a position, unchanged. @param {string} svg @param {number} x @param {number} y @param {number} side @param {string} attributes */
function placed(svg, x, y, side, attributes) {
  const element = svg.replace(
    '<svg xmlns="http://www.w3.org/2000/svg"',
    `<svg x="${x}" y="${y}" width="${side}" height="${side}"`,
  );
  return attributes ? `<g ${attributes}>${element}</g>` : element;
}
