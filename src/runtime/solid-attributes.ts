import { type JSX, mergeProps, splitProps } from 'solid-js';
import type { IconSet } from './icon-set.ts';
import { colorStyle, colorText, mirrorClass, spoken } from './parts.ts';
import type { IconOptions } from './props.ts';

/** Props of the component. */
export type SolidIconProps<Name extends string> = IconOptions<Name> &
  Omit<JSX.SvgSVGAttributes<SVGSVGElement>, keyof IconOptions<Name> | 'children'>;

type Attributes = JSX.SvgSVGAttributes<SVGSVGElement>;

const OWN = ['name', 'size', 'label', 'flip', 'color', 'class', 'style'] as const;

/** Attributes of the `<svg>`; each is read, and so followed, where it is used. */
export function svgAttributes(set: IconSet, props: SolidIconProps<string>): Attributes {
  const [own, rest] = splitProps(props, OWN);
  const side = () => own.size ?? '1em';
  return mergeProps(
    {
      get width() {
        return side();
      },
      get height() {
        return side();
      },
    },
    () => spoken(own.label, rest as Record<string, unknown>),
    rest,
    {
      get class() {
        const mirrored = mirrorClass(set, own);
        return mirrored && own.class ? `${own.class} ${mirrored}` : (mirrored ?? own.class);
      },
      get style() {
        return styleOf(own.color, own.style);
      },
    },
  ) as Attributes;
}

function styleOf(
  color: IconOptions<string>['color'],
  style: Attributes['style'],
): Attributes['style'] {
  if (!color) return style;
  if (typeof style === 'string') return `${colorText(color)};${style}`;
  return { ...colorStyle(color), ...style };
}
