import { SVG } from './svg-element.ts';

const XLINK = 'http://www.w3.org/1999/xlink';
const XML = 'http://www.w3.org/XML/1998/namespace';

/** Active elements, which other sprites than generated ones may contain. */
const ACTIVE = /^(script|foreignobject|a|iframe|object|embed|link|audio|video)$/i;

/** Event handlers, and attributes that an animation must not set. */
const ACTIVE_ATTRIBUTE = /^on/i;
const ANIMATED_LINK = /^(on|href$|xlink:href$)/i;
const SAFE_LINK = /^(#|data:image\/)/;

/** Comments, instructions and declarations; CDATA; a tag; text; or a stray `<`. */
const TOKENS =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<![^>]*>|<(\/?)([^\s/>"'=<]+)((?:\s+[^\s/>"'=<]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)|(<)/g;
const ATTRIBUTES = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITY = /&(?:#(x?)([\da-f]+)|(amp|lt|gt|quot|apos));|&/gi;
const CHARACTERS = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Symbol as elements that are not yet in the page. */
export interface ParsedSymbol {
  readonly element: SVGElement;
  /** Text of its style sheets, which are not among the elements. */
  readonly sheets: readonly string[];
}

/** Element whose end tag has not been read. */
interface OpenElement {
  readonly name: string;
  /** Prefix → namespace. */
  readonly scope: Readonly<Record<string, string>>;
  /** Parent of the content; `undefined` outside symbols and in dropped elements. */
  readonly node: Element | undefined;
  readonly isDropped: boolean;
}

const OUTSIDE: OpenElement = { name: '', scope: { xml: XML }, node: undefined, isDropped: false };

/**
 * Parses the symbols of a sprite, without active content, which would run with the rights of the
 * page. It does not use a parser of the browser, since trusted types block those, and policies
 * against inline styles apply to parsed text, too.
 *
 * @throws if the text is not an SVG or has no symbol.
 */
export function parseSymbols(svg: string): readonly ParsedSymbol[] {
  const symbols: { element: SVGElement; styles: Element[] }[] = [];
  const openElements: OpenElement[] = [];
  for (const [, cdata, end, name, attributes, empty, text, stray] of svg.matchAll(TOKENS)) {
    const { node, ...parent }: OpenElement = openElements.at(-1) ?? OUTSIDE;
    if (stray) refuse();
    if (cdata ?? text) node?.append(cdata ?? decodeEntities(text ?? ''));
    if (name === undefined) continue;
    if (end) {
      if (name !== parent.name) refuse();
      openElements.pop();
      continue;
    }
    const attributePairs = [...(attributes ?? '').matchAll(ATTRIBUTES)].map(
      ([, key = '', double, single]) => [key, decodeEntities(double ?? single ?? '')] as const,
    );
    const scope = { ...parent.scope };
    for (const [key, value] of attributePairs) {
      if (/^xmlns(:|$)/.test(key)) scope[key.slice(6)] = value;
    }
    const [local = '', prefix = ''] = name.split(':').reverse();
    const isDropped =
      parent.isDropped ||
      scope[prefix] !== SVG ||
      ACTIVE.test(local) ||
      attributePairs.some(([key, value]) => key === 'attributeName' && ANIMATED_LINK.test(value));
    const isSymbol = local === 'symbol' && attributePairs.some(([key]) => key === 'id');
    let created: SVGElement | undefined;
    if (!isDropped && (node || isSymbol)) {
      created = document.createElementNS(SVG, local);
      for (const [key, value] of attributePairs) setAttribute(created, key, value, scope);
      if (!node) symbols.push({ element: created, styles: [] });
      else if (local === 'style') symbols.at(-1)?.styles.push(created);
      else node.append(created);
    }
    if (!empty) openElements.push({ name, scope, node: created, isDropped });
  }
  if (openElements.length > 0 || symbols.length === 0) refuse();
  return symbols.map(({ element, styles }) => ({
    element,
    sheets: styles.map(({ textContent }) => textContent ?? ''),
  }));
}

function refuse(): never {
  throw new Error('This is not an SVG with symbols.');
}

function decodeEntities(text: string): string {
  return text.replace(ENTITY, (_, hex: string, code?: string, name?: string) => {
    if (code) return String.fromCodePoint(Number.parseInt(code, hex ? 16 : 10));
    return CHARACTERS[name?.toLowerCase() as keyof typeof CHARACTERS] ?? refuse();
  });
}

function setAttribute(
  element: SVGElement,
  key: string,
  value: string,
  scope: Readonly<Record<string, string>>,
): void {
  const [local = '', prefix = ''] = key.split(':').reverse();
  const namespace = prefix && scope[prefix];
  if (local === 'href' && (!prefix || namespace === XLINK)) {
    const isFree = !prefix || !element.hasAttribute('href');
    if (isFree && SAFE_LINK.test(value)) element.setAttribute('href', value);
  } else if (key === 'style') element.style.cssText = value;
  else if (namespace === XML) element.setAttributeNS(XML, key, value);
  else if (!prefix && !ACTIVE_ATTRIBUTE.test(key) && key !== 'xmlns') {
    element.setAttribute(key, value);
  }
}
