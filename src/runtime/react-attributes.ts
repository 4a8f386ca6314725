import type { SVGAttributes } from 'react';
import type { IconSet } from './icon-set.ts';
import { ariaAttributes, colorStyle, mirrorClass } from './parts.ts';
import type { SvgIconProps } from './props.ts';

/** Props of the component, less the ref. */
export type ReactIconProps<Name extends string> = SvgIconProps<
  Name,
  SVGAttributes<SVGSVGElement>,
  'children' | 'dangerouslySetInnerHTML'
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
    className,
    style,
    ...rest
  }: ReactIconProps<string>,
): SVGAttributes<SVGSVGElement> {
  const mirrored = mirrorClass(set, { name, flip });
  return {
    width: size,
    height: size,
    ...ariaAttributes({ label, title }, rest),
    ...rest,
    className: mirrored && className ? `${className} ${mirrored}` : (mirrored ?? className),
    style: color ? { ...colorStyle(color), ...style } : style,
  };
}
