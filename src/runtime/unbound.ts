import type { IconSet } from './icon-set.ts';
import type { IconAlias, IconName } from './registry.ts';

/** Names for components without a set of their own. */
export type BoundName = IconName | IconAlias;

/** Default set, until the bundler plugin sets that of the app: all icons are in the page. */
export const UNBOUND: IconSet & { iconHref(name: BoundName): string } = {
  iconHref: (name) => `#${name}`,
};
