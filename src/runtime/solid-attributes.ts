import { type JSX, mergeProps, splitProps } from 'solid-js';
import type { IconSet } from './icon-set.ts';
import { ariaAttributes, colorStyle, colorText, mirrorClass } from './parts.ts';
import type { IconOptions, SvgIconProps } from './props.ts';

type SolidSvgAttributes = JSX.SvgSVGAttributes<SVGSVGElement>;

/** Props of the component. */
export type SolidIconProps<Name extends string> = SvgIconProps<
  Name,
  SolidSvgAttributes,
  'children' | 'innerHTML' | 'innerText' | 'textContent'
>;

const ICON_PROPS = ['name', 'size', 'label', 'title', 'flip', 'color', 'class', 'style'] as const;

/** Attributes of the `<svg>`. Functions, so that changes of values and of keys are tracked. */
export function svgAttributes(set: IconSet, props: SolidIconProps<string>): SolidSvgAttributes {
  const [iconProps, rest] = splitProps(props, ICON_PROPS);
  const before = () => {
    const { size = '1em' } = iconProps;
    return {
      width: size,
      height: size,
      ...ariaAttributes(iconProps, rest as Record<string, unknown>),
    };
  };
  const after = () => {
    const mirrored = mirrorClass(set, iconProps);
    const classes =
      mirrored && iconProps.class
        ? `${iconProps.class} ${mirrored}`
        : (mirrored ?? iconProps.class);
    const style = styleOf(iconProps.color, iconProps.style);
    return { ...(classes && { class: classes }), ...(style && { style }) };
  };
  return mergeProps(before, rest, after) as SolidSvgAttributes;
}

function styleOf(
  color: IconOptions<string>['color'],
  style: SolidSvgAttributes['style'],
): typeof style {
  if (!color) return style;
  if (typeof style === 'string') return `${colorText(color)};${style}`;
  return { ...colorStyle(color), ...style };
}
