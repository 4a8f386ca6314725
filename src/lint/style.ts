import type { XastElement, XastRoot } from 'svgo';
import { LIMITS } from '../core/limits.ts';
import { cleanStyle, declarationsOf } from '../icon/clean-style.ts';
import { type CssParser, withParts } from '../icon/lazy-parts.ts';
import { elementsOf } from '../icon/source/element-tree.ts';
import type { SourceText } from './source-text.ts';
import type { SourceElement } from './types.ts';

/** Styles of elements after the cascade. */
export interface Styles {
  /** Attributes of an element, overridden by its `style` and style sheets. */
  readonly attributesOf: (element: SourceElement) => Readonly<Record<string, string>>;
  /** True if some styles depend on states, media or animations. */
  readonly isDynamic: boolean;
}

/** Resolves style sheets and `style` attributes; the text of the file is unchanged. */
export async function stylesOf(source: SourceText): Promise<Styles> {
  const xastCopies = new Map<SourceElement, XastElement>();
  const { sheets } = source;
  for (const element of elementsOf(source.root)) {
    const copy = toXast(element, sheets.get(element));
    xastCopies.set(element, copy);
    const parent = element.parent && xastCopies.get(element.parent);
    parent?.children.push(copy);
  }
  const root: XastRoot = { type: 'root', children: [] };
  const svg = xastCopies.get(source.root);
  if (svg) root.children.push(svg);
  let isDynamic = false;
  if (sheets.size > 0) {
    const { styleSheets } = await import('../icon/css/style-sheet.ts');
    try {
      isDynamic = styleSheets.unnest(root).length > 0;
      styleSheets.resolve(root, LIMITS);
    } catch {
      isDynamic = true;
    }
    for (const element of sheets.keys()) {
      const copy = xastCopies.get(element);
      const parent = element.parent && xastCopies.get(element.parent);
      if (copy && parent?.children.includes(copy)) isDynamic = true;
    }
  }
  const attributes = await withParts(
    ({ css }) =>
      new Map([...xastCopies].map(([element, copy]) => [element, mergeStyle(copy, css)])),
  );
  return { attributesOf: (element) => attributes.get(element) ?? {}, isDynamic };
}

function toXast({ name, attributes }: SourceElement, sheet: string | undefined): XastElement {
  const entries = attributes.map((attribute) => [
    attribute.name.replace(/^.*:href$/, 'href'),
    attribute.value,
  ]);
  return {
    type: 'element',
    name,
    attributes: Object.fromEntries(entries),
    children: sheet === undefined ? [] : [{ type: 'text', value: sheet }],
  };
}

/**
 * Merges `style` into attributes. A CSS transform has a different syntax, so it gets a key of its
 * own.
 */
function mergeStyle(
  { attributes }: XastElement,
  css: CssParser | undefined,
): Readonly<Record<string, string>> {
  if (attributes.style === undefined) return attributes;
  const { style } = cleanStyle(attributes.style, { css, keepsImportance: false });
  const all = [...declarationsOf(style)].map(([property, value]) => [
    /^(transform|translate|rotate|scale)$/.test(property) ? CSS_TRANSFORM : property,
    value,
  ]);
  return { ...attributes, ...Object.fromEntries(all) };
}

/** Key of a CSS transform in merged attributes. */
export const CSS_TRANSFORM = 'css-transform';
