import type { Component } from 'solid-js';
import type { IconSet, NameIn } from './icon-set.ts';
import { hrefOf } from './parts.ts';
import { type SolidIconProps, svgAttributes } from './solid-attributes.ts';
import { drawSvg } from './solid-svg.ts';
import { type BoundName, UNBOUND } from './unbound.ts';

export type { IconSet } from './icon-set.ts';

/** Props of an icon; all that an `<svg>` takes are among them. */
export type IconProps<Name extends string = BoundName> = SolidIconProps<Name>;

/** A component that shows icons. */
export type IconComponent<Name extends string = BoundName> = Component<IconProps<Name>>;

/**
 * The component for a set. It is plain JavaScript, the same in the browser and on the server.
 *
 * @example const Icon = createIcon({ iconHref, directional });
 */
export function createIcon<const Set extends IconSet>(set: Set): IconComponent<NameIn<Set>> {
  return function Icon(props) {
    return drawSvg(
      svgAttributes(set, props),
      {
        component: 'use',
        get href() {
          return hrefOf(set, props.name);
        },
      },
      () => props.title,
    );
  };
}

/** The component for the app's set, which the bundler plugin gives it. */
export const Icon: IconComponent = /* @__PURE__ */ createIcon(UNBOUND);
