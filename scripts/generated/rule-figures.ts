import { readFileSync } from 'node:fs';
import { type Caption, FIXTURES, readCaptions } from './captions.ts';

const SIDE = 168;
const SMALL = 24;
const STEP = 288;
/** Light and dark. */
const BACKGROUNDS = ['#fff', '#1b1b1f'] as const;
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

/**
 * Pictures of docs/rules.md by rule: the wrong and the right icon on the pixel grid, large and at
 * 24 px. Marks in captions.json show the problem in red.
 */
export function ruleFigures(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(readCaptions()).map(([rule, caption]) => [rule, figure(rule, caption)]),
  );
}

function figure(rule: string, caption: Caption): string {
  const [width, height] = [2 * STEP - 16, SIDE + 34];
  const halves = (['wrong', 'right'] as const).map((kind, index) => {
    const marks = kind === 'wrong' || GUIDES.has(rule) ? (caption.marks ?? '') : '';
    return half(rule, { kind, caption: caption[kind], marks, left: index * STEP });
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<title>${rule}: ${caption.wrong}; ${caption.right}</title>
${HEAD}
${halves.join('\n')}
</svg>
`;
}

interface HalfOptions {
  readonly kind: 'wrong' | 'right';
  readonly caption: string;
  readonly marks: string;
  /** Left edge in px. */
  readonly left: number;
}

function half(rule: string, { kind, caption, marks, left }: HalfOptions): string {
  const svg = readFileSync(new URL(`${rule}.${kind}.svg`, FIXTURES), 'utf8').trim();
  const [, , width = 24, height = 24] = (/viewBox="([^"]*)"/.exec(svg)?.[1] ?? '')
    .split(' ')
    .map(Number);
  const box = `viewBox="0 0 ${width} ${height}"`;
  const x = left + 52;
  const parts = [
    ...(BOTH_BACKGROUNDS.has(rule)
      ? [background(x, SIDE, BACKGROUNDS), background(left + 12, SMALL, BACKGROUNDS, SIDE / 2)]
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

function background(
  x: number,
  side: number,
  [light, dark]: readonly [string, string],
  middle: number = SIDE / 2 + 1,
): string {
  const y = middle - side / 2;
  return `<rect x="${x}" y="${y}" width="${side / 2}" height="${side}" fill="${light}"/><rect x="${x + side / 2}" y="${y}" width="${side / 2}" height="${side}" fill="${dark}"/>`;
}

/** SVG at a position, unchanged. */
function placed(svg: string, x: number, y: number, side: number, attributes: string): string {
  const element = svg.replace(
    '<svg xmlns="http://www.w3.org/2000/svg"',
    `<svg x="${x}" y="${y}" width="${side}" height="${side}"`,
  );
  return attributes ? `<g ${attributes}>${element}</g>` : element;
}
