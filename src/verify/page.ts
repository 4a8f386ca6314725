import type { Region } from './image.ts';
import { BACKGROUNDS, type Background, type VerifySubject } from './model.ts';

/** Element to show on a page, on each background. */
export interface PageItem {
  /** Markup of one element that fills the box. */
  readonly html: string;
  /** Size in px. */
  readonly width: number;
  readonly height: number;
}

/** Page that shows elements in a grid, and their positions. */
export interface ComparisonPage {
  readonly html: string;
  readonly width: number;
  readonly height: number;
  /** Cells of each item, by background. */
  readonly cells: readonly Readonly<Record<Background, Region>>[];
}

const WIDTH = 1280;
/** Space between two cells in px, so that neighbors do not overlap. */
const GAP = 8;
const NAMES = Object.keys(BACKGROUNDS) as Background[];

/**
 * Lays elements out in square cells.
 *
 * @param side of a cell in px
 * @param nonce of the page's own script, which its policy allows
 * @param sprite markup of a sprite that is inlined into the page
 */
export function renderPage(
  items: readonly PageItem[],
  {
    side,
    nonce,
    sprite = '',
  }: { readonly side: number; readonly nonce: string; readonly sprite?: string },
): ComparisonPage {
  const pitch = side + GAP;
  const perRow = Math.max(Math.floor((WIDTH - GAP) / pitch), 1);
  const regionOf = (index: number): Region => ({
    x: GAP + (index % perRow) * pitch,
    y: GAP + Math.floor(index / perRow) * pitch,
    width: side,
    height: side,
  });
  let boxes = '';
  const cells = items.map(({ html, width, height }, index) => {
    const regions = NAMES.map((background, which) => {
      const region = regionOf(index * NAMES.length + which);
      const place = `left:${region.x}px;top:${region.y}px;background:${BACKGROUNDS[background]}`;
      boxes += `<div class="cell" style="${place}"><div style="width:${width}px;height:${height}px">${html}</div></div>`;
      return [background, region] as const;
    });
    return Object.fromEntries(regions) as Record<Background, Region>;
  });
  const rows = Math.ceil((items.length * NAMES.length) / perRow);
  const style = `<style>html{overflow:hidden}body{margin:0;color:#000;background:#fff}.cell{position:absolute;width:${side}px;height:${side}px;overflow:hidden}.cell>div>*{display:block;width:100%;height:100%}</style>`;
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Icons</title><link rel="icon" href="data:,">${style}</head><body>${sprite}${boxes}<script nonce="${nonce}">${READY_SCRIPT}</script></body></html>`;
  return { html, width: WIDTH, height: GAP + rows * pitch, cells };
}

/** The source file as an image. */
export function imageItem(url: string, size: ItemSize): PageItem {
  return { ...size, html: `<img src="${url}" alt="">` };
}

/** A symbol in use, in a text color. */
export function symbolItem(href: string, size: ItemSize, color: string): PageItem {
  return { ...size, html: `<svg style="color:${color}"><use href="${href}"/></svg>` };
}

/** Sprite to inline into a page: hidden, but not by `display: none`, which breaks gradients. */
export function inlineSprite(sprite: string): string {
  return sprite
    .replace(/^\s*(<\?xml[^>]*\?>)?\s*/, '')
    .replace('<svg', '<svg width="0" height="0" style="position:absolute"');
}

export type ItemSize = Pick<PageItem, 'width' | 'height'>;

/** Size of an icon in whole px, with its longer side as given. */
export function itemSize(
  { width, height }: Pick<VerifySubject, 'width' | 'height'>,
  side: number,
): ItemSize {
  const scale = side / Math.max(width, height);
  const sideOf = (length: number) => Math.max(1, Math.round(length * scale));
  return { width: sideOf(width), height: sideOf(height) };
}

/** Headers of a page: only its own script runs, and nothing is loaded from elsewhere. */
export function pagePolicy(nonce: string): Readonly<Record<string, string>> {
  // Firefox applies default-src to external sprites.
  const policy = `default-src 'self' data:; script-src 'nonce-${nonce}'; style-src 'unsafe-inline'; connect-src 'none'; object-src 'none'; frame-src 'none'; base-uri 'none'; form-action 'none'`;
  return { 'content-security-policy': policy };
}

/**
 * Sets `data-ready` on the root when images are decoded and symbols have loaded, and `data-broken` to
 * the numbers of images that cannot be shown. A loaded symbol has a size, but one that draws nothing
 * never gets one, so that after the first of a file, the wait for the others is short.
 */
const READY_SCRIPT = `addEventListener('load', async () => {
  const images = await Promise.allSettled([...document.images].map((image) => image.decode()));
  const broken = images.flatMap(({ status }, index) => (status === 'rejected' ? [index] : []));
  const waiting = new Set(document.querySelectorAll('.cell use'));
  const isLoaded = (use) => { const { width, height } = use.getBBox(); return width + height > 0; };
  for (let end = Date.now() + 3000; waiting.size > 0 && Date.now() < end; ) {
    const before = waiting.size;
    for (const use of waiting) if (isLoaded(use)) waiting.delete(use);
    if (waiting.size < before) end = Date.now() + 300;
    if (waiting.size > 0) await new Promise((resolve) => setTimeout(resolve, 30));
  }
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  document.documentElement.dataset.broken = JSON.stringify(broken);
  document.documentElement.dataset.ready = '';
});`;
