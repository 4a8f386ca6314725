import type { XastElement } from 'svgo';
import type { Limits } from '../core/types.ts';
import { NEVER_RENDERED } from '../svg/elements.ts';
import { type ById, idsOf, removeReference, targetsOf } from './drawn-references.ts';
import { OverLimit } from './limits.ts';
import { renameReferences } from './references.ts';

/** Ids of the elements around a place, across `<use>`, and of the definitions that are being drawn. */
interface Place {
  readonly around: readonly string[];
  readonly resources: readonly string[];
}

/**
 * Draws references that lead back in one place and not in another: where they do not, they lead to
 * a copy of their own, in which they end.
 *
 * `<g id="a"><use href="#b"/></g><g id="b"><path/><use href="#a"/></g>` → the first `<use>` leads to
 * a copy of `b` without the second
 */
export function unrollCycles(
  svg: XastElement,
  ends: ReadonlySet<XastElement>,
  limits: Limits,
): void {
  const byId = idsOf(svg);
  const originals = new Map([...byId].map(([id, element]) => [id, structuredClone(element)]));
  const leadsToEnd = findLeading(byId, ends);
  const copies: XastElement[] = [];
  let steps = 0;

  /** Returns whether the element is a `<use>` that draws nothing, which goes with its reference. */
  function walk(element: XastElement, parent: XastElement | undefined, place: Place): boolean {
    steps += 1;
    if (steps > limits.drawn) throw new OverLimit('drawn');
    if (place.around.length + place.resources.length > 2 * limits.depth) {
      throw new OverLimit('depth');
    }
    const { id: own } = element.attributes;
    const around = own === undefined ? place.around : [...place.around, own];
    for (const reference of targetsOf(element, byId)) {
      if (!leadsToEnd.has(reference.id)) continue;
      const { attribute, id } = reference;
      const isUse = element.name === 'use' && attribute === 'href';
      const isBack = isUse || id === own ? around.includes(id) : place.resources.includes(id);
      if (isBack) {
        removeReference(element, reference, parent);
        if (isUse) return true;
        continue;
      }
      const copy = structuredClone(originals.get(id) as XastElement);
      // No id of an icon has a space.
      const copyId = `${id} ${steps}`;
      copy.attributes.id = copyId;
      const isEmpty = walk(copy, undefined, {
        around: isUse ? [...around, id] : [id],
        resources: isUse ? place.resources : [...place.resources, id],
      });
      if (isEmpty) {
        removeReference(element, reference, parent);
        if (isUse) return true;
        continue;
      }
      copies.push(copy);
      const value = element.attributes[attribute] as string;
      const rename = (each: string) => (each === id ? copyId : undefined);
      element.attributes[attribute] = renameReferences(attribute, value, rename);
    }
    for (const child of [...element.children]) {
      if (child.type !== 'element' || NEVER_RENDERED.has(child.name)) continue;
      walk(child, element, { ...place, around });
    }
    return false;
  }

  walk(svg, undefined, { around: [], resources: [] });
  svg.children.push({ type: 'element', name: 'defs', attributes: {}, children: copies });
}

/** Ids of what leads to one of the elements given, by children and references. */
function findLeading(byId: ById, ends: ReadonlySet<XastElement>): ReadonlySet<string> {
  const leading = new Set<string>();
  const visited = new Set<XastElement>();
  const reaches = (element: XastElement): boolean => {
    if (ends.has(element)) return true;
    if (visited.has(element)) return false;
    visited.add(element);
    const parts = element.children.filter((child) => child.type === 'element');
    return [...parts, ...targetsOf(element, byId).map(({ target }) => target)].some(reaches);
  };
  for (const [id, element] of byId) {
    visited.clear();
    if (reaches(element)) leading.add(id);
  }
  return leading;
}
