const SVG = 'http://www.w3.org/2000/svg';

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;
type Children = readonly (Node | string | undefined | false)[];

/**
 * Creates an element. Strings become text, never markup; attributes that are `undefined` or `false`
 * are omitted, `true` is written without a value.
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  children: Children = [],
): HTMLElementTagNameMap[K] {
  return filled(document.createElement(name), attributes, children);
}

/** Creates an SVG element; see {@link element}. */
export function svgElement<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  children: Children = [],
): SVGElementTagNameMap[K] {
  return filled(
    document.createElementNS(SVG, name) as SVGElementTagNameMap[K],
    attributes,
    children,
  );
}

function filled<T extends Element>(target: T, attributes: Attributes, children: Children): T {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    target.setAttribute(name, value === true ? '' : String(value));
  }
  target.append(...children.filter((child) => child !== undefined && child !== false));
  return target;
}

/** Creates a button that does not submit a form. */
export function button(
  attributes: Attributes,
  children: Children,
  onClick: (event: MouseEvent) => void,
): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, children);
  made.addEventListener('click', onClick);
  return made;
}
