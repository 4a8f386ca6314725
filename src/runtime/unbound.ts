import type { IconSet } from './icon-set.ts';
import type { IconAlias, IconName } from './registry.ts';

/** The names that components take which are not made for a set. */
export type BoundName = IconName | IconAlias;

/** The set of components before the bundler plugin gives them that of the app: it has no icons. */
export const UNBOUND: IconSet & { iconHref(name: BoundName): string } = {
  iconHref() {
    throw new Error();
  },
};
