import type { XastElement, XastParent, XastRoot } from 'svgo';
import { parseFragment } from '../../svg/css/references.ts';
import { isInheritedProperty } from '../../svg/inherit.ts';
import { elements } from '../tree.ts';

/** Elements that some `<use>` draws, with the properties that they inherit from it. */
export interface UseInheritance {
  readonly elements: ReadonlySet<XastElement>;
  readonly properties: ReadonlySet<string>;
}

/**
 * Elements that inherit from a `<use>`: there even an initial value has an effect, unlike in its
 * own place. `undefined` if no `<use>` passes anything on.
 *
 * `<g id="a"><path stroke="none"/></g><use href="#a" stroke="red"/>` → the group and the path, `stroke`
 */
export function inheritanceByUses(root: XastRoot): UseInheritance | undefined {
  const ids = new Set<string>();
  const properties = new Set<string>();
  const collect = (parent: XastParent, outer: readonly string[]): void => {
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      const declared = Object.keys(child.attributes).filter(isInheritedProperty);
      // Targets inherit the properties of the root, too.
      const inherited = parent.type === 'root' ? [] : [...outer, ...declared];
      const { href } = child.attributes;
      if (child.name === 'use' && href !== undefined && inherited.length > 0) {
        ids.add(parseFragment(href) ?? '');
        for (const property of inherited) properties.add(property);
      }
      collect(child, inherited);
    }
  };
  collect(root, []);
  if (properties.size === 0) return undefined;
  const used = new Set<XastElement>();
  for (const element of elements(root)) {
    if (!ids.has(element.attributes.id ?? '')) continue;
    for (const each of [element, ...elements(element)]) used.add(each);
  }
  return { elements: used, properties };
}
