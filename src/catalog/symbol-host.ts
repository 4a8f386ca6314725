import { svgElement } from './element.ts';

/** Adds symbols to the document, so that `<use>` finds them there. */
export interface SymbolHost {
  /** Adds a symbol before the next paint; returns its href. */
  readonly show: (id: string, symbol: string) => string;
}

/** A symbol in the document. */
interface Hosted {
  readonly node: Element;
  readonly sheets: readonly CSSStyleSheet[];
}

/**
 * Policies against inline styles also apply to parsed text. Styles are therefore parsed under other
 * names and then set by script: attributes one by one, rules as constructed style sheets.
 */
export function openSymbolHost(page: Document): SymbolHost {
  const texts = new Map<string, string>();
  const hosted = new Map<string, Hosted>();
  const waiting = new Set<string>();
  let root: SVGSVGElement | undefined;

  /** Adds all pending symbols at once, since starting a parser takes longer than parsing a symbol. */
  function host(): void {
    root ??= page.body.appendChild(
      svgElement('svg', { class: 'symbol-host', width: 0, height: 0, 'aria-hidden': 'true' }),
    );
    const wanted = new Map([...waiting].map((id) => [id, texts.get(id) ?? '']));
    waiting.clear();
    const made: Element[] = [];
    for (const [id, node] of parse(wanted)) {
      remove(id);
      const own = adopt(node, page);
      hosted.set(id, own);
      made.push(own.node);
    }
    root.append(...made);
  }

  function remove(id: string): void {
    const { node, sheets = [] } = hosted.get(id) ?? {};
    node?.remove();
    if (sheets.length === 0) return;
    page.adoptedStyleSheets = page.adoptedStyleSheets.filter((sheet) => !sheets.includes(sheet));
  }

  return {
    show(id, symbol) {
      if (texts.get(id) !== symbol) {
        texts.set(id, symbol);
        if (waiting.size === 0) queueMicrotask(host);
        waiting.add(id);
      }
      return `#${id}`;
    },
  };
}

/** Parses symbols by id; one that cannot be parsed does not affect the others. */
function parse(symbols: ReadonlyMap<string, string>): readonly (readonly [string, Element])[] {
  const together = [...symbols.values()].join('');
  const found = parsed(together);
  const isWhole = found.length === symbols.size && found.every(({ id }) => symbols.has(id));
  if (isWhole) return found.map((node) => [node.id, node] as const);
  return [...symbols].flatMap(([id, symbol]) =>
    parsed(symbol)
      .slice(0, 1)
      .map((node) => [id, node] as const),
  );
}

function parsed(symbols: string): readonly Element[] {
  const text = symbols
    .replaceAll(' style="', ' data-style="')
    .replaceAll(/<(\/?)style(?=[\s>/])/g, '<$1sheet');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg">${text}</svg>`;
  const { documentElement } = new DOMParser().parseFromString(svg, 'image/svg+xml');
  if (documentElement.localName !== 'svg' || documentElement.querySelector('parsererror'))
    return [];
  return [...documentElement.children].filter(({ localName }) => localName === 'symbol');
}

function adopt(node: Element, page: Document): Hosted {
  const sheets = [...node.querySelectorAll('sheet')].map((sheet) => {
    const rules = new CSSStyleSheet();
    rules.replaceSync(sheet.textContent ?? '');
    sheet.remove();
    return rules;
  });
  if (sheets.length > 0) page.adoptedStyleSheets = [...page.adoptedStyleSheets, ...sheets];
  const own = page.importNode(node, true);
  for (const styled of [own, ...own.querySelectorAll('[data-style]')]) {
    const style = styled.getAttribute('data-style');
    if (style !== null) (styled as SVGElement).style.cssText = style;
    styled.removeAttribute('data-style');
  }
  return { node: own, sheets };
}
