import { decodeSvgDataUrl, SVG_DATA_PREFIX, svgDataUrl } from '../core/svg-data-url.ts';
import { symbolToSvg } from '../core/symbol.ts';
import { type Size, serializeViewBox, sizeOf, viewBoxOf } from '../svg/view-box.ts';
import { followsPage } from './portable.ts';
import { hasElement } from './source/source-text.ts';
import { visibleBox } from './visible-box.ts';

/** Options for the image form. */
export interface ImageOptions {
  /** Size of the icon. Content that shows outside the viewBox at this size is in the image. */
  readonly size: Size;
  /**
   * True if it contains masks, which WebKit rasterizes at the size of the image in its own units.
   */
  readonly hasMask: boolean;
}

/**
 * Wraps the content of a symbol in an image:
 * `<symbol id="a" viewBox="0 0 8 8" fill="red">…</symbol>` →
 * `<symbol id="a" viewBox="0 0 8 8"><image width="8" height="8" href="data:image/svg+xml,…"/></symbol>`
 */
export function wrapInImage(symbol: string, id: string, { size, hasMask }: ImageOptions): string {
  const { viewBox } = size;
  const standalone = symbolToSvg(symbol, id);
  const ratio = rootRatio(standalone);
  const visible = visibleBox(viewBoxOf(viewBox), size, RATIO.exec(ratio)?.[1]);
  const box = [visible.x, visible.y, visible.width, visible.height];
  const side = Math.max(...box.slice(2));
  const isSmall = Math.min(...box.slice(2)) < SMALL_SIDE;
  const scaleFactor = hasMask || isSmall ? scaleFor(side) : 1;
  const [x, y, width, height] = box.map((length) => String(length * scaleFactor));
  const scale = scaleFactor === 1 ? '' : ` transform="scale(${1 / scaleFactor})"`;
  const placement = `${scale}${x === '0' ? '' : ` x="${x}"`}${y === '0' ? '' : ` y="${y}"`}`;
  const svg = standalone
    .replace(ratio, '')
    .replace(` viewBox="${viewBox}"`, () => ` viewBox="${serializeViewBox(visible)}"`);
  return `<symbol id="${id}" viewBox="${viewBox}"${ratio}><image${placement} width="${width}" height="${height}" href="${svgDataUrl(svg)}"/></symbol>`;
}

function rootRatio(svg: string): string {
  return RATIO.exec(svg.slice(0, svg.indexOf('>')))?.[0] ?? '';
}

const RATIO = / preserveAspectRatio="([^"]*)"/;

/** Power of two that enlarges an image, since that is exact. */
function scaleFor(side: number): number {
  return 2 ** Math.max(0, Math.ceil(Math.log2(SHARP_SIDE / side)));
}

/** Sharp at 128 px on a screen with two pixels to a px. */
const SHARP_SIDE = 256;
/** Chromium rounds the sides of an image to whole units; a side below 0.5 becomes 0. */
const SMALL_SIDE = 4;

const ROOT = '<svg xmlns="http://www.w3.org/2000/svg"';
const IMAGE_FORM = new RegExp(
  String.raw`^${ROOT}([^>]*)><image((?: [\w-]+="[^"&]*")+) href="${SVG_DATA_PREFIX.replace('+', '\\+')}([^"&]*)"/></svg>\s*$`,
);

/**
 * Unwraps the SVG in an image as {@link wrapInImage} writes it, so that an icon taken from a sprite
 * builds to the same symbol; `undefined` for any other text. The SVG is unchecked.
 */
export function unwrapImage(svg: string): string | undefined {
  const [, outer = '', placement = '', encoded] = IMAGE_FORM.exec(svg) ?? [];
  if (encoded === undefined) return undefined;
  const viewBox = / viewBox="([^"]*)"/.exec(outer)?.[1] ?? '';
  const inner = decodeSvgDataUrl(SVG_DATA_PREFIX + encoded);
  const [start, visible] = INNER_ROOT.exec(inner ?? '') ?? [];
  if (inner === undefined || start === undefined || visible === undefined) return undefined;
  const ratio = RATIO.exec(outer)?.[0] ?? '';
  const size = sizeIn(outer) || (visible === viewBox ? '' : sizeOfBox(visible));
  if (!coversViewBox(visible, attributesOf(placement)) || !showsBox(viewBox, size + ratio, visible))
    return undefined;
  // An image does not follow the color of the page. Icons with text are always images.
  if (followsPage(inner) && !hasElement(inner, 'text')) return undefined;
  return `${ROOT}${size} viewBox="${viewBox}"${ratio}${inner.slice(start.length)}`;
}

const INNER_ROOT = new RegExp(`^${ROOT} viewBox="([^"]*)"`);

function sizeIn(root: string): string {
  return [...root.matchAll(/ (?:width|height)="[^"]*"/g)].join('');
}

function sizeOfBox(viewBox: string): string {
  const { width, height } = viewBoxOf(viewBox);
  return ` width="${width}" height="${height}"`;
}

/** Checks if a root shows the same box as its image. */
function showsBox(viewBox: string, root: string, visible: string): boolean {
  if (visible === viewBox) return true;
  const { width, height, preserveAspectRatio } = Object.fromEntries(attributesOf(root));
  const size = sizeOf({ viewBox, width, height });
  if (typeof size === 'string') return false;
  return serializeViewBox(visibleBox(viewBoxOf(viewBox), size, preserveAspectRatio)) === visible;
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  return new Map(
    [...text.matchAll(/ ([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

/** Checks if an image covers exactly the viewBox and has no other attributes. */
function coversViewBox(viewBox: string, image: ReadonlyMap<string, string>): boolean {
  const [, factor = '1'] = /^scale\(([\d.e-]+)\)$/.exec(image.get('transform') ?? 'scale(1)') ?? [];
  const sides = [image.get('x') ?? '0', image.get('y') ?? '0']
    .concat(image.get('width') ?? '', image.get('height') ?? '')
    .map((side) => Number(side) * Number(factor));
  const isPlain = [...image.keys()].every((name) => /^(transform|x|y|width|height)$/.test(name));
  const box = viewBox.split(' ').map(Number);
  const isNear = (a: number, b = Number.NaN) => Math.abs(a - b) <= 1e-9 * Math.abs(b);
  return isPlain && box.length === 4 && sides.every((side, index) => isNear(side, box[index]));
}
