const SVG = 'http://www.w3.org/2000/svg';

type DomAttributes = Readonly<Record<string, string | number | boolean | undefined>>;
type ElementChildren = readonly (Node | string | undefined | false)[];

/**
 * Creates an element. Strings become text, never markup; attributes that are `undefined` or `false`
 * are omitted, `true` is written without a value.
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: DomAttributes = {},
  children: ElementChildren = [],
): HTMLElementTagNameMap[K] {
  return initElement(document.createElement(name), attributes, children);
}

/** Creates an SVG element; see {@link element}. */
export function svgElement<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: DomAttributes = {},
  children: ElementChildren = [],
): SVGElementTagNameMap[K] {
  return initElement(
    document.createElementNS(SVG, name) as SVGElementTagNameMap[K],
    attributes,
    children,
  );
}

function initElement<T extends Element>(
  target: T,
  attributes: DomAttributes,
  children: ElementChildren,
): T {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    target.setAttribute(name, value === true ? '' : String(value));
  }
  target.append(...children.filter((child) => child !== undefined && child !== false));
  return target;
}

/** Creates a button that does not submit a form. */
export function button(
  attributes: DomAttributes,
  children: ElementChildren,
  onClick: (event: MouseEvent) => void,
): HTMLButtonElement {
  const node = element('button', { type: 'button', ...attributes }, children);
  node.addEventListener('click', onClick);
  return node;
}
