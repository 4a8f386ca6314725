import type { XastElement, XastRoot } from 'svgo';
import { type Pass, pass } from '../tree.ts';

const SVG = 'http://www.w3.org/2000/svg';
const XLINK = 'http://www.w3.org/1999/xlink';
const XML = 'http://www.w3.org/XML/1998/namespace';

type NamespaceScope = ReadonlyMap<string, string>;

/**
 * Unifies the spelling of names: SVG elements without a prefix, links as plain `href`. Elements of
 * other namespaces keep a prefix, so the sanitizing pass removes them; attributes of other
 * namespaces are removed here.
 *
 * `<s:svg xmlns:s="…svg" xmlns:x="…xlink"><s:use x:href="#a"/>` → `<svg xmlns="…svg"><use href="#a"/>`
 */
export function unifyNamespaces(): Pass {
  return pass('iconloom-namespaces', (root) => unifyChildren(root, new Map([['xml', XML]])));
}

function unifyChildren(parent: XastElement | XastRoot, outer: NamespaceScope): void {
  for (const child of parent.children) {
    if (child.type === 'element') unifyElement(child, outer, parent.type === 'root');
  }
}

function unifyElement(element: XastElement, outer: NamespaceScope, isRoot: boolean): void {
  if (isRoot ? isPlainRoot(element) : hasNoPrefix(element) && (outer.get('') ?? SVG) === SVG) {
    unifyChildren(element, outer);
    return;
  }
  const scope = scopeOf(element, outer);
  const [prefix, local] = splitName(element.name);
  // A source without xmlns counts as SVG, as browsers treat it inline in a page.
  const namespace = scope.get(prefix) ?? (prefix === '' ? SVG : undefined);
  element.name = namespace === SVG ? local : `${prefix || 'foreign'}:${local}`;

  const attributes: Record<string, string> = isRoot ? { xmlns: SVG } : {};
  for (const [name, value] of Object.entries(element.attributes)) {
    const [attributePrefix, attribute] = splitName(name);
    const bound = scope.get(attributePrefix);
    if (attributePrefix === '') {
      if (attribute !== 'xmlns') attributes[attribute] = value;
    } else if (bound === XLINK && attribute === 'href') {
      if (!('href' in element.attributes)) attributes.href = value;
    } else if (bound === XML && attribute === 'space') {
      attributes[name] = value;
    }
  }
  element.attributes = attributes;
  unifyChildren(element, scope);
}

/** Most roots declare SVG's namespace first, and no other. */
function isPlainRoot({ name, attributes }: XastElement): boolean {
  if (name.includes(':') || attributes.xmlns !== SVG) return false;
  let isFirst = true;
  for (const key in attributes) {
    if (isFirst ? key !== 'xmlns' : key.includes(':')) return false;
    isFirst = false;
  }
  return true;
}

/** Most elements have no prefix anywhere. */
function hasNoPrefix({ name, attributes }: XastElement): boolean {
  if (name.includes(':')) return false;
  for (const key in attributes) if (key === 'xmlns' || key.includes(':')) return false;
  return true;
}

function scopeOf(element: XastElement, outer: NamespaceScope): NamespaceScope {
  const declared = Object.entries(element.attributes).filter(([name]) => /^xmlns(:|$)/.test(name));
  return declared.length === 0
    ? outer
    : new Map([...outer, ...declared.map(([name, uri]) => [name.slice(6), uri] as const)]);
}

function splitName(name: string): readonly [prefix: string, local: string] {
  const colon = name.indexOf(':');
  return [name.slice(0, Math.max(colon, 0)), name.slice(colon + 1)];
}
