import type { XastElement } from 'svgo';
import type { Limits } from '../../core/types.ts';
import { NEVER_RENDERED } from '../../svg/elements.ts';
import { renameReferences } from '../references.ts';
import { LimitError } from '../source/limits.ts';
import {
  drawnReferences,
  type FirstElementById,
  firstElementsById,
  removeReference,
} from './drawn-references.ts';

/**
 * Ids of the ancestors of an element, across `<use>`, and of the definitions that are being drawn.
 */
interface UnrollPosition {
  readonly ancestorIds: readonly string[];
  readonly resources: readonly string[];
}

/**
 * Unrolls references that are circular in one place and not in another: where they are not, they
 * get a copy of their target without the circular part.
 *
 * `<g id="a"><use href="#b"/></g><g id="b"><path/><use href="#a"/></g>` → the first `<use>` leads to
 * a copy of `b` without the second
 */
export function unrollCycles(
  svg: XastElement,
  ends: ReadonlySet<XastElement>,
  limits: Limits,
): void {
  const byId = firstElementsById(svg);
  const originals = new Map([...byId].map(([id, element]) => [id, structuredClone(element)]));
  const leadsToEnd = findIdsLeadingTo(byId, ends);
  const copies: XastElement[] = [];
  let steps = 0;

  /** Returns `true` for a `<use>` that draws nothing and must be removed with its reference. */
  function walk(
    element: XastElement,
    parent: XastElement | undefined,
    position: UnrollPosition,
  ): boolean {
    steps += 1;
    if (steps > limits.drawn) throw new LimitError('drawn');
    if (position.ancestorIds.length + position.resources.length > 2 * limits.depth) {
      throw new LimitError('depth');
    }
    const { id: elementId } = element.attributes;
    const ancestorIds =
      elementId === undefined ? position.ancestorIds : [...position.ancestorIds, elementId];
    for (const reference of drawnReferences(element, byId)) {
      if (!leadsToEnd.has(reference.id)) continue;
      const { attribute, id } = reference;
      const isUse = element.name === 'use' && attribute === 'href';
      const leadsBack =
        isUse || id === elementId ? ancestorIds.includes(id) : position.resources.includes(id);
      if (leadsBack) {
        removeReference(element, reference, parent);
        if (isUse) return true;
        continue;
      }
      const copy = structuredClone(originals.get(id) as XastElement);
      // Ids of an icon contain no spaces.
      const copyId = `${id} ${steps}`;
      copy.attributes.id = copyId;
      const isEmpty = walk(copy, undefined, {
        ancestorIds: isUse ? [...ancestorIds, id] : [id],
        resources: isUse ? position.resources : [...position.resources, id],
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
      walk(child, element, { ...position, ancestorIds });
    }
    return false;
  }

  walk(svg, undefined, { ancestorIds: [], resources: [] });
  svg.children.push({ type: 'element', name: 'defs', attributes: {}, children: copies });
}

/** Ids of elements that contain or refer to one of the given elements. */
function findIdsLeadingTo(
  byId: FirstElementById,
  ends: ReadonlySet<XastElement>,
): ReadonlySet<string> {
  const leading = new Set<string>();
  const visited = new Set<XastElement>();
  const reaches = (element: XastElement): boolean => {
    if (ends.has(element)) return true;
    if (visited.has(element)) return false;
    visited.add(element);
    const parts = element.children.filter((child) => child.type === 'element');
    return [...parts, ...drawnReferences(element, byId).map(({ target }) => target)].some(reaches);
  };
  for (const [id, element] of byId) {
    visited.clear();
    if (reaches(element)) leading.add(id);
  }
  return leading;
}
