import type { SVGAttributes } from 'svelte/elements';
import type { IconSet } from './icon-set.ts';
import { ariaAttributes, colorText, mirrorClass } from './parts.ts';
import type { SvgIconProps } from './props.ts';

/** Props of the component, less the ref. */
export type SvelteIconProps<Name extends string> = SvgIconProps<
  Name,
  SVGAttributes<SVGSVGElement>,
  'children'
>;

/** Attributes of the `<svg>`. */
export function svgAttributes(
  set: IconSet,
  {
    name,
    size = '1em',
    label,
    title,
    flip,
    color,
    class: given,
    style,
    ...rest
  }: SvelteIconProps<string>,
): SVGAttributes<SVGSVGElement> {
  const mirrored = mirrorClass(set, { name, flip });
  const classes = mirrored && given ? [given, mirrored] : (mirrored ?? given);
  const styles = [color && colorText(color), style].filter(Boolean).join(';');
  return {
    width: size,
    height: size,
    ...ariaAttributes({ label, title }, rest),
    ...rest,
    ...(classes && { class: classes }),
    ...(styles && { style: styles }),
  };
}
