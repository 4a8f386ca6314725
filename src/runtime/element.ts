import { type IconElement, iconElement } from './element-class.ts';
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
 * Defines the custom element for a set, by default that of the app, which the bundler plugin gives
 * it. Where the tag is defined already, that definition stays. On a server nothing happens.
 *
 * @param tag with a hyphen, as custom elements must have.
 * @returns the class of the element, or `undefined` on a server.
 */
export function defineIconElement<const Set extends IconSet = typeof UNBOUND>(
  set: Set = UNBOUND as IconSet as Set,
  tag = 'iconloom-icon',
): (new () => IconElement<NameIn<Set>>) | undefined {
  if (typeof customElements === 'undefined') return undefined;
  if (!customElements.get(tag)) customElements.define(tag, iconElement(set));
  return customElements.get(tag) as new () => IconElement<NameIn<Set>>;
}
