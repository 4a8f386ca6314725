import { type ParsedSymbol, parseSymbols } from './parse-sprite.ts';
import { SHEET, type StyledSymbol } from './placed-sprite.ts';
import { renameInnerIds } from './rename-ids.ts';
import { containerIn, type SymbolRoot } from './sprite-container.ts';
import { SVG } from './svg-element.ts';

export { createSpriteFor, type SpriteFor } from './sprite-for.ts';

/** Options of an inlined sprite. */
export interface InlineOptions {
  /**
   * The document, or a shadow root whose icons are to find the symbols.
   *
   * @default document
   */
  readonly root?: SymbolRoot;
  /**
   * Handling of a symbol with the same id and other content: `replace` replaces it, `rename` keeps
   * both and gives the new one another id (see `renamed`).
   *
   * @default 'replace'
   */
  readonly onConflict?: 'replace' | 'rename';
  /** Returns the id of a symbol in the page for its id in the sprite. Default: the same. */
  readonly idFor?: (id: string) => string;
}

/** A sprite in the page. */
export interface InlinedSprite {
  /** Ids of symbols that were renamed → their new ids. */
  readonly renamed: Readonly<Record<string, string>>;
  /** Removes the symbols from the page, except those that other sprites have added, too. */
  remove(): void;
}

/** Key of a symbol's origin, shared by all copies of this file. */
export const ORIGIN: unique symbol = Symbol.for('iconloom.origin') as never;

export interface PlacedSymbol extends Element, StyledSymbol {
  [ORIGIN]?: {
    /** The symbol and its styles as they were before it got another id. */
    readonly source: string;
    /** Number of sprites in the page that have it. */
    uses: number;
  };
}

/**
 * Adds the symbols of a sprite to the page, so that `href="#name"` finds them. It adds no text,
 * nothing for screen readers, and neither styles nor scripts that a strict content security policy
 * or trusted types would block. When the page is rendered again without them, they are restored.
 * Does nothing on a server.
 *
 * @throws if the text is not a sprite.
 */
export function inlineSprite(
  svg: string,
  { root, onConflict = 'replace', idFor = (id) => id }: InlineOptions = {},
): InlinedSprite {
  if (typeof document === 'undefined') return { renamed: {}, remove() {} };
  const target = root ?? document;
  const parsed = parseSymbols(svg).map((symbol) => ({
    ...symbol,
    id: symbol.element.id,
    source: symbolSource(symbol),
  }));
  const container = containerIn(target);
  const existing = new Map<string, PlacedSymbol>(
    [...container.element.children].map((symbol) => [symbol.id, symbol]),
  );

  const renamed: Record<string, string> = Object.create(null);
  for (const { id, source } of parsed) {
    const preferredId = idFor(id);
    let freeId = preferredId;
    for (
      let n = 2;
      onConflict === 'rename' && hasOtherContent(existing.get(freeId), source);
      n += 1
    ) {
      // Names of icons have no underscores, so the id is unique.
      freeId = `${preferredId}__${n}`;
    }
    if (freeId !== id) renamed[id] = freeId;
  }

  const isRenamed = Object.keys(renamed).length > 0;
  const symbols = isRenamed ? parseSymbols(renameInnerIds(svg, renamed)) : parsed;
  const placed = symbols.map((symbol, index) => {
    const { id, source } = parsed[index] as (typeof parsed)[number];
    const freeId = renamed[id] ?? id;
    symbol.element.id = freeId;
    const old = existing.get(freeId);
    if (old?.[ORIGIN]?.source === source) {
      old[ORIGIN].uses += 1;
      return old;
    }
    return placeSymbol(symbol, source, old, container.element, target);
  });
  container.update();

  return {
    renamed,
    remove() {
      for (const symbol of placed.splice(0)) {
        const origin = symbol[ORIGIN];
        if (symbol.parentNode !== container.element || (origin && --origin.uses > 0)) continue;
        replaceSheets(target, symbol[SHEET], []);
        symbol.remove();
      }
      container.update();
    },
  };
}

function hasOtherContent(old: PlacedSymbol | undefined, source: string): boolean {
  return old !== undefined && (old[ORIGIN]?.source ?? sourceInPage(old)) !== source;
}

function symbolSource({ element, sheets }: ParsedSymbol): string {
  return [element.outerHTML, ...sheets].join();
}

/** Source of a symbol from the page's HTML, parsed like a sprite. */
function sourceInPage({ outerHTML }: Element): string | undefined {
  try {
    return parseSymbols(`<svg xmlns="${SVG}">${outerHTML}</svg>`).map(symbolSource)[0];
  } catch {
    return undefined;
  }
}

function placeSymbol(
  { element, sheets }: ParsedSymbol,
  source: string,
  old: PlacedSymbol | undefined,
  container: Element,
  root: SymbolRoot,
): PlacedSymbol {
  // Rules as adopted sheets: a policy blocks `<style>`, and it counts as text of the page. Simulated
  // documents of tests may not support them.
  const adopted = (root.adoptedStyleSheets ? sheets : []).map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  replaceSheets(root, old?.[SHEET], adopted);
  const symbol: PlacedSymbol = Object.assign(element, {
    [SHEET]: adopted,
    [ORIGIN]: { source, uses: 1 },
  });
  if (old) old.replaceWith(symbol);
  else container.append(symbol);
  return symbol;
}

function replaceSheets(
  root: SymbolRoot,
  old: readonly CSSStyleSheet[] = [],
  sheets: readonly CSSStyleSheet[],
): void {
  if (old.length + sheets.length === 0) return;
  const otherSheets = root.adoptedStyleSheets.filter((sheet) => !old.includes(sheet));
  root.adoptedStyleSheets = [...otherSheets, ...sheets];
}
