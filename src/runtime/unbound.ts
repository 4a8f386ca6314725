import type { IconSet } from './icon-set.ts';
import type { IconAlias, IconName } from './registry.ts';

/** The names that components take which are not made for a set. */
export type BoundName = IconName | IconAlias;

/** The set of components before the bundler plugin gives them that of the app: all icons are in the page. */
export const UNBOUND: IconSet & { iconHref(name: BoundName): string } = {
  iconHref: (name) => `#${name}`,
};
