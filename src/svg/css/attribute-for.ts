import { shapes } from '../attributes.ts';
import { PRESENTATION_ATTRIBUTES } from './properties.ts';

/** Attributes that not every renderer reads where it reads the declaration. */
const STYLE_ONLY: ReadonlySet<string> = new Set(['mask-type', 'transform-origin']);
/** Properties whose attributes are references; functions are CSS alone. */
const REFERENCES: ReadonlySet<string> = new Set(['clip-path', 'filter', 'mask']);

/**
 * The attribute that says the same as a declaration in canonical spelling: presentation attributes,
 * sizes and places of shapes in px, and the path of a `<path>`; `undefined` when only CSS can say it.
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
  if (element !== 'svg' && shapes(property, element)) {
    const px = /^(-?[\d.]+)(?:px)?$/.exec(value)?.[1];
    return px === undefined ? undefined : [property, px];
  }
  if (!PRESENTATION_ATTRIBUTES.has(property) || STYLE_ONLY.has(property)) return undefined;
  if (REFERENCES.has(property) && !/^(?:none|url\([^()]*\))$/.test(value)) return undefined;
  return [property, value];
}
