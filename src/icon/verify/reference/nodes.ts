import { SaxesParser } from 'saxes';
import { declaredEntities, entitiesAreBounded } from '../../source/entities.ts';
import type { RankedValue } from './ranked-value.ts';
import { Unsupported } from './unsupported.ts';

/** Text between tags. */
export interface ReferenceText {
  readonly type: 'text';
  readonly value: string;
}

/** An element of a source, in the shape that svgo's selector matching reads. */
export interface ReferenceElement {
  readonly type: 'element';
  /** Local name in the SVG namespace; else with the prefix `foreign:`. */
  readonly name: string;
  /** By local name if they have no prefix; `xlink:href` and `xml:…` under any prefix. */
  readonly attributes: Record<string, string>;
  readonly children: (ReferenceElement | ReferenceText)[];
  /** Cascaded values of rules, attributes and `style`, by property. */
  cascaded: ReadonlyMap<string, RankedValue>;
}

const SVG = 'http://www.w3.org/2000/svg';
const XLINK = 'http://www.w3.org/1999/xlink';

/**
 * Parses a source.
 *
 * @throws {Unsupported} if it is not well-formed; undeclared prefixes are allowed
 */
export function parseSource(svg: string): ReferenceElement {
  if (!entitiesAreBounded(svg)) throw new Unsupported('its entities stand for too much text');
  const parser = new SaxesParser({ xmlns: true });
  const openElements: ReferenceElement[] = [];
  let root: ReferenceElement | undefined;
  let isMalformed = false;
  parser.on('error', ({ message }) => {
    if (!/namespace/.test(message)) isMalformed = true;
  });
  parser.on('doctype', (text) => Object.assign(parser.ENTITIES, declaredEntities(text)));
  parser.on('opentag', ({ uri, prefix, local, attributes }) => {
    const isSvg = uri === SVG || (uri === '' && prefix === '');
    const element: ReferenceElement = {
      type: 'element',
      name: isSvg ? local : `foreign:${local}`,
      attributes: {},
      children: [],
      cascaded: new Map(),
    };
    for (const attribute of Object.values(attributes)) {
      if (attribute.prefix === '') element.attributes[attribute.local] = attribute.value;
      else if (attribute.prefix === 'xml') element.attributes[attribute.name] = attribute.value;
      else if (attribute.local === 'href' && /^$|xlink$/.test(attribute.uri.replace(XLINK, ''))) {
        element.attributes['xlink:href'] = attribute.value;
      }
    }
    openElements.at(-1)?.children.push(element);
    root ??= element;
    openElements.push(element);
  });
  parser.on('closetag', () => {
    openElements.pop();
  });
  const addText = (value: string): void => {
    openElements.at(-1)?.children.push({ type: 'text', value });
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(withEntityElements(svg.replace(/^\ufeff/, ''))).close();
  if (isMalformed || root?.name !== 'svg') throw new Unsupported('it is not well-formed');
  return root;
}

/** Expands entities that contain elements, which the parser would treat as text. */
function withEntityElements(svg: string): string {
  const [doctype = ''] = /<!DOCTYPE[^[>]*\[[\s\S]*?\]\s*>/.exec(svg) ?? [];
  if (!doctype.includes('<!ENTITY')) return svg;
  const entities = new Map(Object.entries(declaredEntities(doctype)));
  return svg.replace(/&([^\s&;#]+);/g, (reference, name: string) => {
    const value = entities.get(name);
    return value?.includes('<') ? value : reference;
  });
}

export function isElement(node: ReferenceElement | ReferenceText): node is ReferenceElement {
  return node.type === 'element';
}

/** An element and all elements inside, in document order. */
export function* withDescendants(element: ReferenceElement): Generator<ReferenceElement> {
  const stack = [element];
  for (let next = stack.pop(); next; next = stack.pop()) {
    yield next;
    for (let at = next.children.length - 1; at >= 0; at--) {
      const child = next.children[at] as ReferenceElement | ReferenceText;
      if (isElement(child)) stack.push(child);
    }
  }
}

/** Copies an element with its descendants; cascaded values are shared. */
export function cloneElement(element: ReferenceElement): ReferenceElement {
  return {
    ...element,
    attributes: { ...element.attributes },
    children: element.children.map((child) => (isElement(child) ? cloneElement(child) : child)),
  };
}

/** Text of an element, without that of its descendants. */
export function directText({ children }: ReferenceElement): string {
  return children.map((child) => (isElement(child) ? '' : child.value)).join('');
}

/** An element to write. */
export interface OutputElement {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: (OutputElement | string)[];
}

export function serializeElement({ name, attributes, children }: OutputElement): string {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  const content = children.map((child) =>
    typeof child === 'string' ? escapeXml(child) : serializeElement(child),
  );
  return `<${name}${list.join('')}>${content.join('')}</${name}>`;
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
