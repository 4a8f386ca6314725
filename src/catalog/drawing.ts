import type { CatalogIcon } from '../core/catalog.ts';
import { drawingOfSymbol } from '../core/symbol.ts';
import { scaled } from './snippets.ts';

/** Symbol of an icon as a standalone SVG. */
export function drawingOf(icon: CatalogIcon, symbol: string, size: number): string {
  const { width, height } = scaled(icon, size);
  return drawingOfSymbol(symbol, icon.id, ` width="${width}" height="${height}"`);
}

/** Replaces variables by the colors of the page, for images that cannot inherit them. */
export function coloredDrawing(drawing: string, look: CSSStyleDeclaration): string {
  const colored = drawing.replace(
    /var\((--icon-\d+),([^)]*)\)/g,
    (whole, name: string, own: string) => {
      const chosen = look.getPropertyValue(name).trim();
      return chosen === '' ? own.trim() || whole : chosen;
    },
  );
  const fill = /^<svg[^>]*\sfill="/.test(colored) ? '' : ` fill="${look.color}"`;
  return colored.replace('<svg', `<svg color="${look.color}"${fill}`);
}
