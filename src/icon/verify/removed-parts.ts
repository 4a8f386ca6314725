import type { Where } from '../../core/diagnostics.ts';
import { positionAt } from '../../core/position.ts';
import { ALLOWED_ELEMENTS, isAllowedAttribute } from '../allowed.ts';
import { cleanAttribute } from '../clean-attribute.ts';
import { cleanStyle } from '../clean-style.ts';
import { type CssParser, withParts } from '../lazy-parts.ts';
import { elementsOf, type SourceElement } from '../source/element-tree.ts';
import { readElements } from '../source/source-elements.ts';

/** A part of a source that cleaning removes. */
export interface RemovedPart {
  /** `<foreignObject>`, `mask-image on <path>` */
  readonly name: string;
  readonly where: Where;
  /** The source without it. */
  readonly svgWithout: string;
}

/** Most parts that are tested, since each needs a rendering. */
const MAX_PARTS = 40;

/** Finds elements and attributes of a source that cleaning removes, in document order. */
export async function removedParts(svg: string): Promise<readonly RemovedPart[]> {
  return withParts(({ css }) => {
    const parts: RemovedPart[] = [];
    const add = (name: string, { start, end }: { start: number; end: number }): void => {
      const svgWithout = svg.slice(0, start) + svg.slice(end);
      parts.push({ name, where: positionAt(svg, start), svgWithout });
    };
    for (const element of elementsOf(readElements(svg).root)) {
      if (parts.length >= MAX_PARTS) break;
      if (isInRemoved(element)) continue;
      if (isRemoved(element)) add(`<${nameOf(element)}>`, element);
      else if (ALLOWED_ELEMENTS.has(element.name)) {
        for (const attribute of element.attributes) {
          if (isPreserved(element.name, attribute, css)) continue;
          add(`${attribute.name} on <${element.name}>`, attribute);
        }
      }
    }
    return parts;
  });
}

function nameOf({ name }: SourceElement): string {
  return name.replace(/^foreign:/, '');
}

function isRemoved({ name, parent }: SourceElement): boolean {
  return parent !== undefined && name !== 'a' && !ALLOWED_ELEMENTS.has(name);
}

function isInRemoved({ parent }: SourceElement): boolean {
  return parent !== undefined && (isRemoved(parent) || isInRemoved(parent));
}

function isPreserved(
  element: string,
  { name, value }: { readonly name: string; readonly value: string },
  css: CssParser | undefined,
): boolean {
  if (/^xmlns(?::|$)|^(?:xml|xlink):|^(?:id|class|href)$/.test(name)) return true;
  if (name === 'style') {
    const { outside, unsupported } = cleanStyle(value, { css, keepsImportance: false });
    return outside.length + unsupported.length === 0;
  }
  if (!isAllowedAttribute(element, name)) return false;
  return cleanAttribute(element, name, value, css).text !== undefined;
}
