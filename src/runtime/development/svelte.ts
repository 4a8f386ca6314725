import type { IconSet, NameIn } from '../icon-set.ts';
import type { IconComponent } from '../svelte.ts';
import { withSet } from '../svelte-bind.ts';
import { UNBOUND } from '../unbound.ts';
import Inspected from './svelte/Icon.svelte';

/** `createIcon` of `../svelte.ts` with checks. */
export function createIcon<const Set extends IconSet>(set: Set): IconComponent<NameIn<Set>> {
  return withSet(Inspected, set);
}

export const Icon: IconComponent = /* @__PURE__ */ createIcon(UNBOUND);
