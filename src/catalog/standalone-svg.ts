import { symbolToSvg } from '../core/symbol.ts';
import type { CatalogIcon } from '../emit/catalog-format.ts';
import { scaledSize } from './snippets.ts';

/** Symbol of an icon as a standalone SVG. */
export function standaloneSvg(icon: CatalogIcon, symbol: string, size: number): string {
  const { width, height } = scaledSize(icon, size);
  return symbolToSvg(symbol, icon.id, ` width="${width}" height="${height}"`);
}

/** Replaces variables by the colors of the page, for images that cannot inherit them. */
export function resolveColors(svg: string, style: CSSStyleDeclaration): string {
  const colored = svg.replace(
    /var\((--icon-\d+),([^)]*)\)/g,
    (whole, name: string, own: string) => {
      const chosen = style.getPropertyValue(name).trim();
      return chosen === '' ? own.trim() || whole : chosen;
    },
  );
  const fill = /^<svg[^>]*\sfill="/.test(colored) ? '' : ` fill="${style.color}"`;
  return colored.replace('<svg', `<svg color="${style.color}"${fill}`);
}
