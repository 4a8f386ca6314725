import type { XastElement, XastParent } from 'svgo';
import { writeStyle } from '../../svg/css/style-text.ts';
import { serializeTransformList } from '../../svg/transform-list.ts';
import { parseViewBox, sizeOf, type ViewBox } from '../../svg/view-box.ts';
import { containsElement, type Pass, svgElement, triggeredPass } from '../tree.ts';
import { aroundPoint, readTransform } from './read-transform.ts';
import { TRAITS } from './tree-traits.ts';

/**
 * Combines all transforms of an element in its attribute: the optimizer ignores `transform-origin`
 * and CSS transforms, and would move shapes that they apply to. Transforms that only CSS can
 * express stay, and so does the structure of the icon (see `document-traits.ts`).
 *
 * `<path transform="rotate(45)" transform-origin="12 12"/>` →
 * `<path transform="translate(12 12) rotate(45) translate(-12 -12)"/>`
 */
export function cssTransforms(): Pass {
  return triggeredPass(
    'iconloom-css-transforms',
    { triggers: TRAITS.style | TRAITS.transformOrigin },
    (root) => {
      const svg = svgElement(root);
      // A style sheet that stays may transform the same elements.
      if (!svg || containsElement(svg, 'style')) return;
      const size = sizeOf(svg.attributes);
      const box = typeof size === 'string' ? undefined : parseViewBox(size.viewBox);
      visit(svg, { box, isAnimated: containsElement(svg, 'animateTransform') });
    },
  );
}

interface CssTransformContext {
  /** Box of the nearest viewport; `undefined` if that is not the root. */
  readonly box: ViewBox | undefined;
  readonly isAnimated: boolean;
}

const VIEWPORTS = /^(svg|symbol)$/;
const ATTRIBUTES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    linearGradient: 'gradientTransform',
    radialGradient: 'gradientTransform',
    pattern: 'patternTransform',
  }),
);

function visit(parent: XastParent, context: CssTransformContext): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    const isViewport = VIEWPORTS.test(child.name);
    if (!isViewport) rewrite(child, context);
    visit(child, isViewport ? { ...context, box: undefined } : context);
  }
}

function rewrite(element: XastElement, { box, isAnimated }: CssTransformContext): void {
  const { name, attributes } = element;
  if (attributes.style === undefined && attributes['transform-origin'] === undefined) return;
  // The origin also applies to the animated transform.
  if (isAnimated && (attributes.id !== undefined || containsElement(element, 'animateTransform'))) {
    return;
  }
  const attribute = ATTRIBUTES.get(name) ?? 'transform';
  const usesBoundingBox =
    name.endsWith('Gradient') && attributes.gradientUnits !== 'userSpaceOnUse';
  const transformation = usesBoundingBox
    ? undefined
    : readTransform(attributes, { box, origin: '0 0', isRoot: false, attribute });
  if (transformation === undefined) return;
  if (transformation === 'css') {
    if (/(?:^|[;\s])(?:-webkit-)?transform\s*:/i.test(attributes.style ?? ''))
      delete attributes[attribute];
    return;
  }
  const list = serializeTransformList(aroundPoint(transformation.list, transformation.origin));
  delete attributes['transform-origin'];
  if (list === '') delete attributes[attribute];
  else attributes[attribute] = list;
  if (transformation.rest.length > 0) attributes.style = writeStyle(transformation.rest);
  else delete attributes.style;
}
