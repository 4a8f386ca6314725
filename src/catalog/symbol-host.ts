import { svgElement } from './element.ts';

/** Adds symbols to the document, so that `<use>` finds them there. */
export interface SymbolHost {
  /** Adds a symbol before the next paint; returns its href. */
  readonly show: (id: string, symbol: string) => string;
}

/** A symbol in the document. */
interface MountedSymbol {
  readonly node: Element;
  readonly sheets: readonly CSSStyleSheet[];
}

/**
 * Policies against inline styles also apply to parsed text. Styles are therefore parsed under other
 * names and then set by script: attributes one by one, rules as constructed style sheets.
 */
export function createSymbolHost(page: Document): SymbolHost {
  const texts = new Map<string, string>();
  const mountedSymbols = new Map<string, MountedSymbol>();
  const pendingIds = new Set<string>();
  let root: SVGSVGElement | undefined;

  /** Adds all pending symbols at once, since starting a parser takes longer than parsing a symbol. */
  function mountPending(): void {
    root ??= page.body.appendChild(
      svgElement('svg', { class: 'symbol-host', width: 0, height: 0, 'aria-hidden': 'true' }),
    );
    const pendingSymbols = new Map([...pendingIds].map((id) => [id, texts.get(id) ?? '']));
    pendingIds.clear();
    const nodes: Element[] = [];
    for (const [id, node] of parse(pendingSymbols)) {
      remove(id);
      const mounted = mountSymbol(node, page);
      mountedSymbols.set(id, mounted);
      nodes.push(mounted.node);
    }
    root.append(...nodes);
  }

  function remove(id: string): void {
    const { node, sheets = [] } = mountedSymbols.get(id) ?? {};
    node?.remove();
    if (sheets.length === 0) return;
    page.adoptedStyleSheets = page.adoptedStyleSheets.filter((sheet) => !sheets.includes(sheet));
  }

  return {
    show(id, symbol) {
      if (texts.get(id) !== symbol) {
        texts.set(id, symbol);
        if (pendingIds.size === 0) queueMicrotask(mountPending);
        pendingIds.add(id);
      }
      return `#${id}`;
    },
  };
}

/** Parses symbols by id; one that cannot be parsed does not affect the others. */
function parse(symbols: ReadonlyMap<string, string>): readonly (readonly [string, Element])[] {
  const combined = [...symbols.values()].join('');
  const elements = parseMarkup(combined);
  const isComplete =
    elements.length === symbols.size && elements.every(({ id }) => symbols.has(id));
  if (isComplete) return elements.map((node) => [node.id, node] as const);
  return [...symbols].flatMap(([id, symbol]) =>
    parseMarkup(symbol)
      .slice(0, 1)
      .map((node) => [id, node] as const),
  );
}

function parseMarkup(symbols: string): readonly Element[] {
  const text = symbols
    .replaceAll(' style="', ' data-style="')
    .replaceAll(/<(\/?)style(?=[\s>/])/g, '<$1sheet');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg">${text}</svg>`;
  const { documentElement } = new DOMParser().parseFromString(svg, 'image/svg+xml');
  if (documentElement.localName !== 'svg' || documentElement.querySelector('parsererror'))
    return [];
  return [...documentElement.children].filter(({ localName }) => localName === 'symbol');
}

function mountSymbol(node: Element, page: Document): MountedSymbol {
  const sheets = [...node.querySelectorAll('sheet')].map((sheet) => {
    const rules = new CSSStyleSheet();
    rules.replaceSync(sheet.textContent ?? '');
    sheet.remove();
    return rules;
  });
  if (sheets.length > 0) page.adoptedStyleSheets = [...page.adoptedStyleSheets, ...sheets];
  const mounted = page.importNode(node, true);
  for (const styled of [mounted, ...mounted.querySelectorAll('[data-style]')]) {
    const style = styled.getAttribute('data-style');
    if (style !== null) (styled as SVGElement).style.cssText = style;
    styled.removeAttribute('data-style');
  }
  return { node: mounted, sheets };
}
