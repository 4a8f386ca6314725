import type { Icon } from './types.ts';

/**
 * A symbol as a drawing of its own: its content and attributes, without the id.
 *
 * @param symbol `<symbol id="…" viewBox="…" …>…</symbol>`, as iconloom writes it: id first
 * @param attributes more of the root's, with a space before each: ` width="24" height="24"`
 */
export function drawingOfSymbol(symbol: string, id: string, attributes = ''): string {
  const rest = symbol.slice(`<symbol id="${id}"`.length).replace(/<\/symbol>$/, '</svg>');
  return `<svg xmlns="http://www.w3.org/2000/svg"${attributes}${rest}`;
}

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

/** The same for two icons that draw the same at the same size, whatever they are called. */
export function drawingKey(icon: Icon): string {
  const { viewBox, width, height } = icon.facts;
  return `${viewBox}|${width}|${height}|${symbolWithId(icon, 'x')}`;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
