import type { Component } from 'svelte';
import type { IconSet } from './icon-set.ts';
import type { SvelteIconProps } from './svelte-attributes.ts';

/** Props of the internal component: the set besides the public props. */
export interface SvelteIconInternals extends SvelteIconProps<string> {
  readonly set: IconSet;
  ref?: SVGSVGElement | null;
}

/** Component with a bound set. The props are proxied, so that changes are tracked. */
export function withSet<Props extends Pick<SvelteIconInternals, 'ref'>>(
  Icon: Component<SvelteIconInternals>,
  set: IconSet,
): Component<Props, Record<string, never>, 'ref'> {
  return (internals, props) =>
    Icon(
      internals,
      new Proxy(props as unknown as SvelteIconInternals, {
        get: (target, key) => (key === 'set' ? set : Reflect.get(target, key)),
        has: (target, key) => key === 'set' || Reflect.has(target, key),
      }),
    ) as Record<string, never>;
}
