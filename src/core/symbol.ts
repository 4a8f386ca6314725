import type { Icon } from './types.ts';

/**
 * Turns a symbol into an SVG document: its content and attributes, without the id.
 *
 * @param symbol `<symbol id="…" viewBox="…" …>…</symbol>`, as iconloom writes it: id first
 * @param attributes further attributes of the root, with a space before each: ` width="24" height="24"`
 */
export function symbolToSvg(symbol: string, id: string, attributes = ''): string {
  const rest = symbol.slice(`<symbol id="${id}"`.length).replace(/<\/symbol>$/, '</svg>');
  return `<svg xmlns="http://www.w3.org/2000/svg"${attributes}${rest}`;
}

/**
 * Returns the plain symbol with other ids, so that it can be used next to one of the same name.
 *
 * @param id letters, digits and hyphens
 */
export function symbolWithId({ plainSymbol, id: old }: Icon, id: string): string {
  const toScope = (each: string) => each.replace(/[-.]/g, '_');
  // Inner ids and classes begin with the symbol's, and no name holds `_`; see docs/architecture.md.
  const scopedIds = new RegExp(`(?<![\\w-])${escapeRegExp(toScope(old))}_(?=\\w)`, 'gu');
  const rest = plainSymbol.slice(`<symbol id="${old}"`.length);
  return `<symbol id="${id}"${rest.replace(scopedIds, `${toScope(id)}_`)}`;
}

/** Key that is equal for two icons with the same shapes and size, independent of their names. */
export function shapeKey(icon: Icon): string {
  const { viewBox, width, height } = icon.facts;
  return `${viewBox}|${width}|${height}|${symbolWithId(icon, 'x')}`;
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
