import type { XastElement, XastParent } from 'svgo';
import { SHAPES } from '../../svg/elements.ts';
import { type InheritedValues, inherit } from '../../svg/inherit.ts';
import { type Pass, pass, svgElement } from '../tree.ts';

/**
 * Drops shapes that have neither fill nor stroke: the boxes that editors and icon sets put under an
 * icon to give it its size. The option of svgo ignores that unpainted shapes can have markers or be
 * clips. This pass skips icons with references or with anything except shapes and groups.
 *
 * `<path fill="none" stroke="none" d="M0 0h24v24H0z"/><path d="…"/>` → `<path d="…"/>`
 */
export function dropUnpainted(): Pass {
  return pass('iconloom-drop-unpainted', (root) => {
    const svg = svgElement(root);
    if (!svg) return;
    const result: UnpaintedShapes = { unpainted: new Map(), isPainted: false };
    // If nothing is painted, the page is expected to set the paint.
    if (!collectUnpainted(svg, { fill: 'black', stroke: 'none' }, result) || !result.isPainted)
      return;
    for (const [shape, parent] of result.unpainted) {
      parent.children = parent.children.filter((child) => child !== shape);
    }
  });
}

type FillAndStroke = InheritedValues<'fill' | 'stroke'>;

interface UnpaintedShapes {
  readonly unpainted: Map<XastElement, XastParent>;
  isPainted: boolean;
}

const CONTAINER = /^(svg|g)$/;
/** Attributes that give an unpainted shape an effect, or by which the page may paint it. */
const SIGNIFICANT_ATTRIBUTES =
  /^(id|class|style|marker.*|pointer-events|clip-path|mask|filter|href)$/;

/** Returns `true` if the icon is simple enough. */
function collectUnpainted(
  element: XastElement,
  inherited: FillAndStroke,
  result: UnpaintedShapes,
  parent?: XastElement,
): boolean {
  const { name, attributes, children } = element;
  for (const attribute in attributes) if (SIGNIFICANT_ATTRIBUTES.test(attribute)) return false;
  const paint = inherit(inherited, attributes);
  const { fill, stroke } = paint;
  if (fill.includes('url(') || stroke.includes('url(')) return false;
  if (SHAPES.has(name) && parent) {
    if (children.length > 0) return false;
    if (fill === 'none' && stroke === 'none') result.unpainted.set(element, parent);
    else result.isPainted = true;
    return true;
  }
  return (
    CONTAINER.test(name) &&
    children.every(
      (child) => child.type === 'element' && collectUnpainted(child, paint, result, element),
    )
  );
}
