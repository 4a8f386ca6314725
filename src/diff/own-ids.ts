import { drawingOfSymbol } from '../core/symbol.ts';
import type { Icon } from '../core/types.ts';

/**
 * The plain symbol with other ids, so that it can stand beside one of the same name.
 *
 * @param id letters, digits and hyphens
 */
export function symbolWithId({ plainSymbol, id: old }: Icon, id: string): string {
  const inner = (each: string) => each.replace(/[-.]/g, '_');
  // Inner ids and classes begin with the symbol's, and no name holds `_`; see docs/architecture.md.
  const own = new RegExp(`(?<![\\w-])${escaped(inner(old))}_(?=\\w)`, 'gu');
  const rest = plainSymbol.slice(`<symbol id="${old}"`.length);
  return `<symbol id="${id}"${rest.replace(own, `${inner(id)}_`)}`;
}

/** What is drawn, whatever it is called. */
export function drawingKey(icon: Icon): string {
  const { viewBox, width, height } = icon.facts;
  return `${viewBox}|${width}|${height}|${symbolWithId(icon, 'x')}`;
}

/** The icon as a file of its own, with whatever ids. */
export function standalone(icon: Icon, attributes: string): string {
  return drawingOfSymbol(symbolWithId(icon, 'x'), 'x', attributes);
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
