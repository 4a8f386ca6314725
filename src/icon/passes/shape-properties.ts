import type { XastParent } from 'svgo';
import { appliesToElement, isGeometryProperty } from '../../svg/attributes.ts';
import { readStyle, type StyleEntry, writeStyle } from '../../svg/css/style-text.ts';
import { type Pass, triggeredPass } from '../tree.ts';
import { TRAITS } from './tree-traits.ts';

/** Initial values of properties. Source: SVG 2, 7 and 9. */
const INITIAL: Readonly<Record<string, string>> = { d: 'none', rx: 'auto', ry: 'auto' };
const SIZE = /^(?:width|height)$/;
const INITIAL_KEYWORD = /^(?:initial|unset|revert)$/;

/**
 * Drops declarations of geometry properties from elements that they do not apply to, since the
 * optimizer could move them to others, and attributes that a declaration overrides.
 *
 * `<g style="r:8px"><circle r="3"/></g>` → `<g><circle r="3"/></g>`
 */
export function shapeProperties(): Pass {
  return triggeredPass('iconloom-shape-properties', { triggers: TRAITS.style }, (root) =>
    visit(root, new Map()),
  );
}

type ShapeDeclarations = ReadonlyMap<string, string>;

/** @param outer what the parent declares */
function visit(parent: XastParent, outer: ShapeDeclarations): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    const { attributes, name } = child;
    const declared = new Map<string, string>();
    if (attributes.style !== undefined) {
      const remaining: StyleEntry[] = [];
      for (const [property, written] of readStyle(attributes.style)) {
        const value = isGeometryProperty(property)
          ? resolveKeyword(property, written, outer)
          : written;
        if (isGeometryProperty(property)) {
          if (value === undefined) continue;
          declared.set(property, value);
          if (!appliesToElement(property, name)) continue;
          // Attributes of the root are read for its size.
          if (name !== 'svg') delete attributes[property];
        }
        remaining.push([property, value ?? written]);
      }
      if (remaining.length > 0) attributes.style = writeStyle(remaining);
      else delete attributes.style;
    }
    visit(child, declared);
  }
}

/** A value without keywords; `undefined` if the attribute applies instead. */
function resolveKeyword(
  property: string,
  value: string,
  outer: ShapeDeclarations,
): string | undefined {
  const initial = INITIAL[property] ?? (SIZE.test(property) ? 'auto' : '0');
  if (value === 'inherit') return outer.get(property) ?? initial;
  if (value === 'revert-layer') return undefined;
  return INITIAL_KEYWORD.test(value) ? initial : value;
}
