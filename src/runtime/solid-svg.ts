import { createComponent, type JSX, mergeProps } from 'solid-js';
import { Dynamic } from 'solid-js/web';

/** The one shape in the `<svg>` of an icon. */
export type SolidShape =
  | ({ readonly component: 'use' } & JSX.UseSVGAttributes<SVGUseElement>)
  | ({ readonly component: 'path' } & JSX.PathSVGAttributes<SVGPathElement>);

/** An `<svg>` with a shape; not compiled from JSX, since that differs for browser and server. */
export function drawSvg(
  attributes: JSX.SvgSVGAttributes<SVGSVGElement>,
  shape: SolidShape,
): JSX.Element {
  return createComponent(
    Dynamic<'svg'>,
    mergeProps(attributes, {
      component: 'svg' as const,
      get children() {
        return createComponent(Dynamic, shape);
      },
    }),
  );
}
