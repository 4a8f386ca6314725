/** What a sprite of ours never holds, and one of another's making may. */
const ACTIVE_ELEMENTS = 'script,foreignObject,a,iframe,object,embed,link,audio,video';
const LINKS = ['href', 'xlink:href'];
const SVG = 'http://www.w3.org/2000/svg';

/** Where the styles of a parsed symbol are until it is in the page; see `symbolsOf`. */
export const STYLE_ATTRIBUTE = 'data-style';
export const STYLE_ELEMENTS = 'sheet,style';

/**
 * The symbols in the text of a sprite, without what could act: a sprite in the page acts for the
 * page. A policy against inline styles holds for parsed text, too, so styles go by other names.
 *
 * @throws if the text is no SVG or has no symbol.
 */
export function symbolsOf(svg: string): readonly Element[] {
  const parsed = new DOMParser().parseFromString(withoutStyles(svg), 'image/svg+xml');
  const symbols = [...parsed.querySelectorAll('symbol[id]')].filter(isSvg);
  if (symbols.length === 0 || parsed.querySelector('parsererror')) {
    throw new Error('This is no SVG with symbols.');
  }
  for (const element of parsed.querySelectorAll('*')) clean(element);
  return symbols;
}

/** Comments and the like, which are passed over; else a tag with its attributes. */
const MARKUP =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<((?:"[^"]*"|'[^']*'|[^"'>])*)>/g;

/** An attribute's value, which is passed over, or the name of one, or that of the element. */
const STYLES = /"[^"]*"|'[^']*'|(\s)style(?=\s*=)|^(\/?)style(?=[\s/]|$)/g;

function withoutStyles(svg: string): string {
  return svg.replace(MARKUP, (markup, tag?: string) => {
    if (tag === undefined) return markup;
    const renamed = tag.replace(STYLES, (found, space?: string, slash?: string) => {
      if (space !== undefined) return `${space}${STYLE_ATTRIBUTE}`;
      return slash === undefined ? found : `${slash}sheet`;
    });
    return `<${renamed}>`;
  });
}

function clean(element: Element): void {
  if (element.matches(ACTIVE_ELEMENTS) || !isSvg(element) || setsLink(element)) {
    element.remove();
    return;
  }
  for (const { name, value } of [...element.attributes]) {
    const isLink = LINKS.includes(name) && !/^(#|data:image\/)/.test(value);
    if (/^on/i.test(name) || isLink) element.removeAttribute(name);
  }
}

function isSvg({ namespaceURI }: Element): boolean {
  return namespaceURI === SVG;
}

/** Animations can write links and handlers that are not there yet. */
function setsLink(element: Element): boolean {
  return /^(on|href$|xlink:href$)/i.test(element.getAttribute('attributeName') ?? '');
}
