import {
  createElement,
  type ForwardRefExoticComponent,
  forwardRef,
  type RefAttributes,
} from 'react';
import type { IconSet, NameIn } from './icon-set.ts';
import { hrefOf } from './parts.ts';
import { type ReactIconProps, svgAttributes } from './react-attributes.ts';
import { type BoundName, UNBOUND } from './unbound.ts';

export type { IconSet } from './icon-set.ts';

/** Props of an icon; all that an `<svg>` takes are among them. */
export type IconProps<Name extends string = BoundName> = ReactIconProps<Name> &
  RefAttributes<SVGSVGElement>;

/** A component that shows icons. */
export type IconComponent<Name extends string = BoundName> = ForwardRefExoticComponent<
  IconProps<Name>
>;

/**
 * The component for a set. It has no state and no effects, so it runs in server components, too.
 *
 * @example const Icon = createIcon({ iconHref, directional });
 */
export function createIcon<const Set extends IconSet>(set: Set): IconComponent<NameIn<Set>> {
  // React 19 would hand over the ref with the props; 18 does not.
  return forwardRef<SVGSVGElement, ReactIconProps<NameIn<Set>>>(function Icon(props, ref) {
    const title = props.title && createElement('title', null, props.title);
    const use = createElement('use', { href: hrefOf(set, props.name) });
    return createElement('svg', { ...svgAttributes(set, props), ref }, title, use);
  }) as IconComponent<NameIn<Set>>;
}

/** The component for the app's set, which the bundler plugin gives it. */
export const Icon: IconComponent = /* @__PURE__ */ createIcon(UNBOUND);
