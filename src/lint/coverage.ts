import { symbolToSvg } from '../core/symbol.ts';
import type { Icon } from '../core/types.ts';
import { serializeViewBox, type ViewBox } from '../svg/view-box.ts';

/** Rendered pixels of a drawing. */
export interface RgbaImage {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and opacity of each pixel, 0 to 255, row by row; colors premultiplied. */
  readonly values: Uint8Array;
}

/**
 * Writes the symbol of an icon as a standalone SVG, with variables at their defaults. The build
 * has verified that it looks like the icon's file, and it renders faster.
 *
 * @param color value of `currentColor`
 */
export function standaloneSvg({ plainSymbol, id }: Icon, color?: string): string {
  const markup = symbolToSvg(plainSymbol, id, color === undefined ? '' : ` color="${color}"`);
  return markup.replace(/var\(--[\w-]+,([^()]*(?:\([^()]*\))?)\)/g, '$1');
}

/** Replaces the viewBox of an SVG, to show more or less of it. */
export function withViewBox(svg: string, box: ViewBox): string {
  const end = svg.indexOf('>');
  const start = svg
    .slice(0, end)
    .replace(/ (viewBox|width|height|preserveAspectRatio)="[^"]*"/g, '');
  return `${start} viewBox="${serializeViewBox(box)}"${svg.slice(end)}`;
}

/**
 * Renders a drawing with its longer side at the length given, in px, without text.
 *
 * @throws if the renderer does
 */
export async function renderPixels(svg: string, side: number, isWide: boolean): Promise<RgbaImage> {
  const { renderPicture } = await import('../icon/verify/renderer.ts');
  const { width, height, pixels } = await renderPicture(svg, { side, isWide, hasText: false });
  return { width, height, values: pixels };
}

/** Renders the opacity of each pixel, 0 to 255. White counts like any other color. */
export async function renderAlpha(
  svg: string,
  side: number,
  isWide = true,
): Promise<{ width: number; height: number; values: Uint8Array }> {
  const { width, height, values } = await renderPixels(svg, side, isWide);
  const alphas = new Uint8Array(width * height);
  for (let index = 0; index < alphas.length; index++) alphas[index] = values[index * 4 + 3] ?? 0;
  return { width, height, values: alphas };
}
