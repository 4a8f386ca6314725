import { addSet, type IconElement, iconElement } from './element-class.ts';
import type { IconSet, NameIn } from './icon-set.ts';
import { type BoundName, UNBOUND } from './unbound.ts';

export type { IconElement } from './element-class.ts';
export type { IconSet } from './icon-set.ts';

declare global {
  interface HTMLElementTagNameMap {
    'iconloom-icon': IconElement<BoundName>;
  }
}

/**
 * Defines the custom element for a set, by default that of the app, which the bundler plugin sets. If
 * the tag is defined already, that definition stays, and also shows the icons that only this set has:
 * apps that share a page need a tag each. Does nothing on a server.
 *
 * @param tag with a hyphen, as custom elements must have. Default: `iconloom-icon`.
 * @returns the class of the element, or `undefined` on a server.
 */
export function defineIconElement<const Set extends IconSet = typeof UNBOUND>(
  set: Set = UNBOUND as IconSet as Set,
  tag = 'iconloom-icon',
): (new () => IconElement<NameIn<Set>>) | undefined {
  if (typeof customElements === 'undefined') return undefined;
  const defined = customElements.get(tag);
  if (defined) addSet(defined as object, set);
  else customElements.define(tag, iconElement(set));
  return customElements.get(tag) as new () => IconElement<NameIn<Set>>;
}
