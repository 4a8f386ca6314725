import { svgElement } from './element.ts';

/** Puts symbols into the document, so that `<use>` finds them there. */
export interface SymbolHost {
  /** Sees to it that a symbol is there; returns the reference to it. */
  readonly show: (id: string, symbol: string) => string;
}

/**
 * Policies against inline styles hold for text that is parsed, too, so styles go by other names until
 * script puts them in place: attributes one by one, rules as a style sheet that is no text of the page.
 */
export function openSymbolHost(page: Document): SymbolHost {
  const shown = new Map<string, { readonly symbol: string; readonly node: Element }>();
  let root: SVGSVGElement | undefined;
  return {
    show(id, symbol) {
      const known = shown.get(id);
      if (known?.symbol === symbol) return `#${id}`;
      known?.node.remove();
      root ??= page.body.appendChild(
        svgElement('svg', { class: 'symbol-host', width: 0, height: 0, 'aria-hidden': 'true' }),
      );
      const node = parse(symbol, page);
      if (node) {
        root.append(node);
        shown.set(id, { symbol, node });
      }
      return `#${id}`;
    },
  };
}

function parse(symbol: string, page: Document): Element | undefined {
  const text = symbol
    .replaceAll(' style="', ' data-style="')
    .replaceAll(/<(\/?)style(?=[\s>/])/g, '<$1sheet');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg">${text}</svg>`;
  const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
  const node = parsed.documentElement.firstElementChild;
  if (node?.localName !== 'symbol') return undefined;
  for (const sheet of node.querySelectorAll('sheet')) {
    const rules = new CSSStyleSheet();
    rules.replaceSync(sheet.textContent ?? '');
    page.adoptedStyleSheets.push(rules);
    sheet.remove();
  }
  const own = page.importNode(node, true);
  for (const styled of [own, ...own.querySelectorAll('[data-style]')]) {
    const style = styled.getAttribute('data-style');
    if (style !== null) (styled as SVGElement).style.cssText = style;
    styled.removeAttribute('data-style');
  }
  return own;
}
