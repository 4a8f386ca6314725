import type { XastElement, XastRoot } from 'svgo';
import { LIMITS } from '../core/limits.ts';
import { cleanStyle, declarationsOf } from '../icon/clean-style.ts';
import { type CssParser, withParts } from '../icon/lazy-parts.ts';
import { elementsOf } from '../icon/source-elements.ts';
import { sheetsOf } from './drawing.ts';
import type { Drawing, SourceElement } from './types.ts';

/** Styles of elements after the cascade. */
export interface Styles {
  /** Attributes of an element, overridden by its `style` and style sheets. */
  readonly of: (element: SourceElement) => Readonly<Record<string, string>>;
  /** True if some styles depend on states, media or animations. */
  readonly isDynamic: boolean;
}

/** Resolves style sheets and `style` attributes; the text of the file is unchanged. */
export async function stylesOf(drawing: Drawing): Promise<Styles> {
  const mirror = new Map<SourceElement, XastElement>();
  const sheets = sheetsOf(drawing);
  for (const element of elementsOf(drawing.root)) {
    const copy = copyOf(element, sheets.get(element));
    mirror.set(element, copy);
    const parent = element.parent && mirror.get(element.parent);
    parent?.children.push(copy);
  }
  const root: XastRoot = { type: 'root', children: [] };
  const svg = mirror.get(drawing.root);
  if (svg) root.children.push(svg);
  let isDynamic = false;
  if (sheets.size > 0) {
    const { styleSheets } = await import('../icon/style-sheet.ts');
    try {
      isDynamic = styleSheets.unnest(root).length > 0;
      styleSheets.resolve(root, LIMITS);
    } catch {
      isDynamic = true;
    }
    for (const element of sheets.keys()) {
      const copy = mirror.get(element);
      const parent = element.parent && mirror.get(element.parent);
      if (copy && parent?.children.includes(copy)) isDynamic = true;
    }
  }
  const attributes = await withParts(
    ({ css }) => new Map([...mirror].map(([element, copy]) => [element, unfold(copy, css)])),
  );
  return { of: (element) => attributes.get(element) ?? {}, isDynamic };
}

function copyOf({ name, attributes }: SourceElement, sheet: string | undefined): XastElement {
  const own = attributes.map((attribute) => [
    attribute.name.replace(/^.*:href$/, 'href'),
    attribute.value,
  ]);
  return {
    type: 'element',
    name,
    attributes: Object.fromEntries(own),
    children: sheet === undefined ? [] : [{ type: 'text', value: sheet }],
  };
}

/**
 * Merges `style` into attributes. A CSS transform has a different syntax, so it gets a key of its
 * own.
 */
function unfold(
  { attributes }: XastElement,
  css: CssParser | undefined,
): Readonly<Record<string, string>> {
  if (attributes.style === undefined) return attributes;
  const { style } = cleanStyle(attributes.style, { css, staysImportant: false });
  const all = [...declarationsOf(style)].map(([property, value]) => [
    /^(transform|translate|rotate|scale)$/.test(property) ? CSS_TRANSFORM : property,
    value,
  ]);
  return { ...attributes, ...Object.fromEntries(all) };
}

/** Key of a CSS transform in merged attributes. */
export const CSS_TRANSFORM = 'css-transform';
