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
