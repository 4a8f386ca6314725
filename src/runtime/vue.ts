import { type FunctionalComponent, h, type SVGAttributes } from 'vue';
import type { IconSet, NameIn } from './icon-set.ts';
import { ariaAttributes, colorStyle, hrefOf, mirrorClass } from './parts.ts';
import type { SvgIconProps } from './props.ts';
import { type BoundName, UNBOUND } from './unbound.ts';

export type { IconSet } from './icon-set.ts';

/** Props of an icon; all that an `<svg>` takes are among them. */
export type IconProps<Name extends string = BoundName> = SvgIconProps<
  Name,
  SVGAttributes,
  'innerHTML'
>;

/** A component that shows icons. A template ref to it is the `<svg>`. */
export type IconComponent<Name extends string = BoundName> = FunctionalComponent<IconProps<Name>>;

/**
 * The component for a set.
 *
 * @example const Icon = createIcon({ iconHref, directional });
 */
export function createIcon<const Set extends IconSet>(set: Set): IconComponent<NameIn<Set>> {
  const Icon: FunctionalComponent<IconProps<string>> = (props, { attrs }) => {
    const { name, size = '1em', title, color } = props;
    const use = h('use', { href: hrefOf(set, name) });
    return h(
      'svg',
      {
        width: size,
        height: size,
        ...ariaAttributes(props, attrs),
        class: mirrorClass(set, props),
        ...(color && { style: colorStyle(color) }),
      },
      title ? [h('title', title), use] : [use],
    );
  };
  Icon.props = ['name', 'size', 'label', 'title', 'flip', 'color'];
  return Icon as IconComponent<NameIn<Set>>;
}

/** The component for the app's set, which the bundler plugin gives it. */
export const Icon: IconComponent = /* @__PURE__ */ createIcon(UNBOUND);
