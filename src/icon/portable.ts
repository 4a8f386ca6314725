/**
 * What an external sprite cannot carry everywhere, and the form that it can.
 *
 * WebKit draws nothing for `url(#…)` inside an external sprite, and Firefox and WebKit ignore
 * `<style>` there; all three draw an `<image>` whose data URL holds a complete SVG. Measured in
 * Chromium 156, Firefox 153 and WebKitGTK 2.50; `test/browsers/` holds it.
 */

import { drawingOfSymbol } from '../core/symbol.ts';
import type { Need } from '../core/types.ts';

/** Needs that an external sprite does not meet in every browser. */
const UNPORTABLE: ReadonlySet<Need> = new Set([
  ...(['clip-path', 'filter', 'gradient', 'marker', 'mask', 'pattern', 'style'] as const),
]);

/** The needs that stop a drawing from being right everywhere as a plain symbol. */
export function unportable(needs: readonly Need[]): readonly Need[] {
  return needs.filter((need) => UNPORTABLE.has(need));
}

/** Whether the page's color or variables show in the drawing, which they cannot do in an image. */
export function followsPage(symbol: string): boolean {
  return /\bcurrentcolor\b|var\(|context-(fill|stroke)/i.test(symbol);
}

/**
 * The symbol with its drawing as an image:
 * `<symbol id="a" viewBox="0 0 8 8" fill="red">…</symbol>` →
 * `<symbol id="a" viewBox="0 0 8 8"><image width="8" height="8" href="data:image/svg+xml,…"/></symbol>`
 */
export function asImage(
  symbol: string,
  id: string,
  viewBox: string,
  needs: readonly Need[],
): string {
  const box = viewBox.split(' ').map(Number);
  const enlarged = needs.includes('mask') ? enlargement(Math.max(...box.slice(2))) : 1;
  const [x, y, width, height] = box.map((length) => String(length * enlarged));
  const scale = enlarged === 1 ? '' : ` transform="scale(${1 / enlarged})"`;
  const place = `${scale}${x === '0' ? '' : ` x="${x}"`}${y === '0' ? '' : ` y="${y}"`}`;
  const drawing = drawingOfSymbol(symbol, id);
  const ratio =
    / preserveAspectRatio="[^"]*"/.exec(drawing.slice(0, drawing.indexOf('>')))?.[0] ?? '';
  const svg = drawing.replace(ratio, '');
  return `<symbol id="${id}" viewBox="${viewBox}"${ratio}><image${place} width="${width}" height="${height}" href="${dataUrl(svg)}"/></symbol>`;
}

/**
 * WebKit draws masks of an image at the size that the image has in its own units, so a small one is
 * made larger and scaled down. By a power of two, which is exact.
 */
function enlargement(side: number): number {
  return 2 ** Math.max(0, Math.ceil(Math.log2(MASK_SIDE / side)));
}

/** Sharp at 128 px on a screen with two pixels to a px. */
const MASK_SIDE = 256;

/** As short as browsers and XML allow: only what would end the URL or the attribute is encoded. */
function dataUrl(svg: string): string {
  const quoted = svg.includes("'") ? svg : svg.replaceAll('"', "'");
  const encoded = quoted.replace(/[%#"<>&\s]|[^ -~]+/g, (text) =>
    text === ' ' ? text : encodeURIComponent(text),
  );
  return `${PREFIX}${encoded}`;
}

const PREFIX = 'data:image/svg+xml,';
const WRAPPED = new RegExp(
  String.raw`^<svg xmlns="http://www\.w3\.org/2000/svg"([^>]*)><image(?: transform="scale\([^)]*\)")?(?: [xy]="[^"]*")* width="[^"]*" height="[^"]*" href="${PREFIX.replace('+', '\\+')}([^"]*)"/></svg>\s*$`,
);

/** The drawing inside an image of ours: so an icon that is taken from a sprite builds as before. */
export function fromImage(svg: string): string {
  const [, outer = '', encoded] = WRAPPED.exec(svg) ?? [];
  if (encoded === undefined) return svg;
  try {
    const text = decodeURIComponent(encoded);
    const inner = text.includes('"') ? text : text.replaceAll("'", '"');
    const ratio = / preserveAspectRatio="[^"]*"/.exec(outer)?.[0] ?? '';
    const size = [...outer.matchAll(/ (?:width|height)="[^"]*"/g)].join('');
    return inner.replace(/^(<svg xmlns="[^"]*")( viewBox="[^"]*")/, `$1${size}$2${ratio}`);
  } catch {
    return svg;
  }
}
