import { type JSX, mergeProps, splitProps } from 'solid-js';
import type { IconSet } from './icon-set.ts';
import { colorStyle, colorText, mirrorClass, spoken } from './parts.ts';
import type { IconOptions } from './props.ts';

type Attributes = JSX.SvgSVGAttributes<SVGSVGElement>;

/** Props of the component. */
export type SolidIconProps<Name extends string> = IconOptions<Name> &
  Omit<
    Attributes,
    keyof IconOptions<Name> | 'children' | 'innerHTML' | 'innerText' | 'textContent'
  >;

const OWN = ['name', 'size', 'label', 'title', 'flip', 'color', 'class', 'style'] as const;

/** Attributes of the `<svg>`. Functions, so that changes of values and of keys are tracked. */
export function svgAttributes(set: IconSet, props: SolidIconProps<string>): Attributes {
  const [own, rest] = splitProps(props, OWN);
  const before = () => {
    const { size = '1em' } = own;
    return { width: size, height: size, ...spoken(own, rest as Record<string, unknown>) };
  };
  const after = () => {
    const mirrored = mirrorClass(set, own);
    const classes = mirrored && own.class ? `${own.class} ${mirrored}` : (mirrored ?? own.class);
    const style = styleOf(own.color, own.style);
    return { ...(classes && { class: classes }), ...(style && { style }) };
  };
  return mergeProps(before, rest, after) as Attributes;
}

function styleOf(color: IconOptions<string>['color'], style: Attributes['style']): typeof style {
  if (!color) return style;
  if (typeof style === 'string') return `${colorText(color)};${style}`;
  return { ...colorStyle(color), ...style };
}
