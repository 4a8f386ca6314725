import type { CatalogIcon } from '../core/catalog.ts';
import { drawingOfSymbol } from '../core/symbol.ts';
import { scaled } from './snippets.ts';

/** The symbol of an icon as a file of its own. */
export function drawingOf(icon: CatalogIcon, symbol: string, size: number): string {
  const { width, height } = scaled(icon, size);
  return drawingOfSymbol(symbol, icon.id, ` width="${width}" height="${height}"`);
}

/** The same in the colors that the page shows it in, for pictures that cannot ask a page. */
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
