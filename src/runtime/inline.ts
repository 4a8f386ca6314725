import { SHEET, SPRITE_EVENT, type Styled } from './drawn-sprite.ts';
import { STYLE_ATTRIBUTE, STYLE_ELEMENTS, symbolsOf } from './sprite-text.ts';
import { svgElement } from './svg-element.ts';

/** Where a sprite goes. */
export interface InlineOptions {
  /**
   * The document, or a shadow root whose icons are to find the symbols.
   *
   * @default document
   */
  readonly root?: Document | ShadowRoot;
}

/**
 * Puts the symbols of a sprite into the page, so that `href="#name"` finds them. It adds no text,
 * nothing for screen readers, and neither styles nor scripts that a strict content security policy
 * would stop. A symbol that is there already is replaced. On a server nothing happens.
 *
 * @throws if the text is no sprite.
 */
export function inlineSprite(svg: string, options: InlineOptions = {}): void {
  if (typeof document === 'undefined') return;
  const { root = document } = options;
  const symbols = symbolsOf(svg);
  const place = () => {
    const box = boxIn(root);
    for (const symbol of symbols) placeSymbol(symbol, box, root);
    document.dispatchEvent(new Event(SPRITE_EVENT));
  };
  if ('body' in root && root.body === null) {
    root.addEventListener('DOMContentLoaded', place, { once: true });
  } else place();
}

/** The hidden `<svg>` that holds all symbols of a root. Gradients would not work without a box. */
function boxIn(root: Document | ShadowRoot): Element {
  const found = root.querySelector('svg[data-iconloom]');
  if (found) return found;
  const box = svgElement('svg', {
    width: 0,
    height: 0,
    'aria-hidden': 'true',
    'data-iconloom': '',
  });
  box.style.position = 'absolute';
  ('body' in root ? root.body : root).prepend(box);
  return box;
}

function placeSymbol(parsed: Element, box: Element, root: Document | ShadowRoot): void {
  const symbol: Element & Styled = document.importNode(parsed, true);
  const sheets = takeSheets(symbol);
  for (const element of [symbol, ...symbol.querySelectorAll('*')]) restyle(element);
  const old: (Element & Styled) | undefined = [...box.children].find(({ id }) => id === symbol.id);
  const gone = old?.[SHEET] ?? [];
  if (sheets.length + gone.length > 0) {
    const kept = root.adoptedStyleSheets.filter((sheet) => !gone.includes(sheet));
    root.adoptedStyleSheets = [...kept, ...sheets];
    symbol[SHEET] = sheets;
  }
  if (old) old.replaceWith(symbol);
  else box.append(symbol);
}

/** Rules as adopted sheets: a policy stops `<style>`, and it counts as text of the page. */
function takeSheets(symbol: Element): readonly CSSStyleSheet[] {
  return [...symbol.querySelectorAll(STYLE_ELEMENTS)].map((style) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style.textContent ?? '');
    style.remove();
    return sheet;
  });
}

/** What `symbolsOf` has put aside comes back in a way that a policy lets pass. */
function restyle(element: Element): void {
  const text = element.getAttribute(STYLE_ATTRIBUTE);
  if (text === null) return;
  element.removeAttribute(STYLE_ATTRIBUTE);
  (element as SVGElement).style.cssText = text;
}
