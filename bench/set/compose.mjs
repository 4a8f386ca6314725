/** Images composed of icons. */
import { Resvg } from '@resvg/resvg-js';

export const THEMES = {
  light: { paper: '#ffffff', ink: '#1c1e21', faint: '#70757d' },
  dark: { paper: '#16181b', ink: '#eceef1', faint: '#8b9098' },
};

/**
 * Places an icon at a position, in the surrounding color.
 *
 * @param {string} svg @param {number} x @param {number} y @param {number} size
 */
export function place(svg, x, y, size) {
  const root = /<svg\s([^>]*)>/.exec(svg);
  if (!root) throw new Error('The SVG has no <svg> element.');
  const attributes = root[1].replace(/(?<![\w-])(?:xmlns|width|height|class)="[^"]*"\s*/g, '');
  const start = root.index + root[0].length;
  const body = svg.slice(start, svg.lastIndexOf('</svg>')).trim();
  return `<svg x="${x}" y="${y}" width="${size}" height="${size}" ${attributes}>${body}</svg>`;
}

/**
 * @param {string} text @param {number} x its middle @param {number} y
 * @param {{ size?: number, fill?: string, anchor?: 'start' | 'middle' }} [options]
 */
export function caption(text, x, y, { size = 8, fill = '#777d85', anchor = 'middle' } = {}) {
  return `<text x="${x}" y="${y}" font-family="sans-serif" font-size="${size}" text-anchor="${anchor}" fill="${fill}">${text}</text>`;
}

/**
 * Image in a theme.
 *
 * @param {string} body @param {number} width @param {number} height
 * @param {{ paper: string, ink: string }} theme
 */
export function picture(body, width, height, { paper, ink }) {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="${paper}"/><g color="${ink}">${body}</g></svg>`;
}

/** @param {string} svg @param {number} [zoom] device pixels per px */
export function toPng(svg, zoom = 1) {
  return new Resvg(svg, {
    fitTo: { mode: 'zoom', value: zoom },
    font: { loadSystemFonts: true },
  })
    .render()
    .asPng();
}
