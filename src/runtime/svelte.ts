import type { Component } from 'svelte';
import type { IconSet, NameIn } from './icon-set.ts';
import Drawn from './svelte/Icon.svelte';
import type { SvelteIconProps } from './svelte-attributes.ts';
import { withSet } from './svelte-bind.ts';
import { type BoundName, UNBOUND } from './unbound.ts';

export type { IconSet } from './icon-set.ts';

/** Props of an icon; all that an `<svg>` takes are among them. */
export type IconProps<Name extends string = BoundName> = SvelteIconProps<Name> & {
  /** The `<svg>`: `bind:ref={svg}`. */
  ref?: SVGSVGElement | null;
};

/** A component that shows icons. */
export type IconComponent<Name extends string = BoundName> = Component<
  IconProps<Name>,
  Record<string, never>,
  'ref'
>;

/**
 * The component for a set.
 *
 * @example const Icon = createIcon({ iconHref, directional });
 */
export function createIcon<const Set extends IconSet>(set: Set): IconComponent<NameIn<Set>> {
  return withSet(Drawn, set);
}

/** The component for the app's set, which the bundler plugin gives it. */
export const Icon: IconComponent = /* @__PURE__ */ createIcon(UNBOUND);
