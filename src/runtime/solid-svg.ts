import { createComponent, createMemo, type JSX, mergeProps, sharedConfig } from 'solid-js';
import { Dynamic, isServer } from 'solid-js/web';
import { SVG } from './svg-element.ts';

/** The one shape in the `<svg>` of an icon. */
export type SolidShape =
  | ({ readonly component: 'use' } & JSX.UseSVGAttributes<SVGUseElement>)
  | ({ readonly component: 'path' } & JSX.PathSVGAttributes<SVGPathElement>);

/** An `<svg>` with a shape; not compiled from JSX, since that differs for browser and server. */
export function drawSvg(
  attributes: JSX.SvgSVGAttributes<SVGSVGElement>,
  shape: SolidShape,
  title: () => string | undefined,
): JSX.Element {
  return createComponent(
    Dynamic<'svg'>,
    mergeProps(attributes, {
      component: 'svg' as const,
      get children() {
        const shownTitle = createMemo(() => titleElement(title()));
        return [shownTitle as unknown as JSX.Element, createComponent(Dynamic, shape)];
      },
    }),
  );
}

/** Creates an SVG element: Solid itself would create an HTML element. */
function titleElement(children: string | undefined): JSX.Element {
  if (!children) return undefined;
  if (isServer || sharedConfig.context) {
    return createComponent(Dynamic<'title'>, { component: 'title', children });
  }
  const element = document.createElementNS(SVG, 'title');
  element.textContent = children;
  return element;
}
