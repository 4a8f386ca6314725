/** What a sprite of ours never holds, and one of another's making may. */
const ACTIVE_ELEMENTS = 'script,foreignObject,a,iframe,object,embed,link';
const LINKS = ['href', 'xlink:href'];

/**
 * The symbols in the text of a sprite, without what could act: a sprite in the page acts for the
 * page. `style` attributes are put aside as `data-style`, since a policy stops them in markup.
 *
 * @throws if the text is no SVG or has no symbol.
 */
export function symbolsOf(svg: string): readonly Element[] {
  const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
  const symbols = [...parsed.querySelectorAll('symbol[id]')];
  if (parsed.documentElement.localName !== 'svg' || symbols.length === 0) {
    throw new Error('This is no SVG with symbols.');
  }
  for (const element of parsed.querySelectorAll('*')) clean(element);
  return symbols;
}

function clean(element: Element): void {
  if (element.matches(ACTIVE_ELEMENTS) || isHtml(element) || setsLink(element)) {
    element.remove();
    return;
  }
  for (const { name, value } of [...element.attributes]) {
    if (/^on/i.test(name)) element.removeAttribute(name);
    if (LINKS.includes(name) && !/^(#|data:image\/)/.test(value)) element.removeAttribute(name);
    if (name === 'style') {
      element.removeAttribute(name);
      element.setAttribute('data-style', value);
    }
  }
}

function isHtml({ namespaceURI }: Element): boolean {
  return namespaceURI !== 'http://www.w3.org/2000/svg';
}

/** Animations can write links and handlers that are not there yet. */
function setsLink(element: Element): boolean {
  return /^(on|href$|xlink:href$)/i.test(element.getAttribute('attributeName') ?? '');
}
