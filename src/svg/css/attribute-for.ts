import { appliesToElement } from '../attributes.ts';
import { PRESENTATION_ATTRIBUTES } from './properties.ts';

/**
 * Properties whose attributes are not supported by every renderer that supports the declaration.
 */
const STYLE_ONLY: ReadonlySet<string> = new Set(['mask-type', 'transform-origin']);
/** Properties whose attributes allow only references; functions are CSS only. */
const REFERENCE_PROPERTIES: ReadonlySet<string> = new Set(['clip-path', 'filter', 'mask']);

/**
 * Attribute that is equivalent to a declaration in canonical spelling: presentation attributes,
 * sizes and positions of shapes in px, and the path of a `<path>`; `undefined` if only CSS can
 * express it.
 *
 * `width:2px` → `width="2"`, `d:path("M0 0h8")` → `d="M0 0h8"`
 */
export function attributeFor(
  element: string,
  property: string,
  value: string,
): readonly [name: string, value: string] | undefined {
  if (property === 'd' && element === 'path') {
    const path = /^path\("([^"\\]*)"\)$/.exec(value)?.[1];
    return path === undefined ? undefined : ['d', path];
  }
  if (element !== 'svg' && appliesToElement(property, element)) {
    const px = /^(-?[\d.]+)(?:px)?$/.exec(value)?.[1];
    return px === undefined ? undefined : [property, px];
  }
  if (!PRESENTATION_ATTRIBUTES.has(property) || STYLE_ONLY.has(property)) return undefined;
  if (REFERENCE_PROPERTIES.has(property) && !/^(?:none|url\([^()]*\))$/.test(value))
    return undefined;
  return [property, value];
}
