/** Texts of symbols by id. */
export type SymbolTable = Map<string, string>;

const START = '<symbol id="';
const END = '</symbol>';

/** Finds the symbols in a sprite as iconloom writes it: side by side, `id` first. */
export function parseSymbols(sprite: string): SymbolTable {
  const table = new Map<string, string>();
  let start = sprite.indexOf(START);
  while (start >= 0) {
    const next = sprite.indexOf(START, start + START.length);
    const end = next < 0 ? sprite.lastIndexOf(END) + END.length : next;
    const id = sprite.slice(start + START.length, sprite.indexOf('"', start + START.length));
    table.set(id, sprite.slice(start, end));
    start = next;
  }
  return table;
}

/** Numbers of the color variables of a symbol, with their default colors. */
export function colorVariables(
  symbol: string,
): readonly (readonly [number: number, color: string])[] {
  const layers = new Map<number, string>();
  for (const [, number, color] of symbol.matchAll(/var\(--icon-(\d+),\s*([^)"]*)/g)) {
    if (!layers.has(Number(number))) layers.set(Number(number), (color ?? '').trim());
  }
  return [...layers].sort(([a], [b]) => a - b);
}
