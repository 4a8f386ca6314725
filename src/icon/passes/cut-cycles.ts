import type { XastElement } from 'svgo';
import type { Limits } from '../../core/types.ts';
import { DEFINITIONS, NEVER_RENDERED } from '../../svg/elements.ts';
import { LimitError } from '../source/limits.ts';
import { elements, type Pass, svgElement, triggeredPass } from '../tree.ts';
import {
  type DrawnReference,
  drawnReferences,
  type FirstElementById,
  firstElementsById,
  removeReference,
} from './drawn-references.ts';
import { TRAITS } from './tree-traits.ts';
import { unrollCycles } from './unroll-cycles.ts';

/**
 * Cuts circular references, as browsers do: a `<use>` of an element around it draws nothing, and a
 * paint, clip, mask, marker or filter inside itself is as if not set. Chromium does so if an icon
 * is an image or in the page; in an external sprite it never finishes loading. A reference that is
 * circular in one place and not in another is unrolled: where it is not, its target is copied.
 * Source: SVG 2, 5.5.2 and 3.5.
 *
 * `<g id="a"><path d="…"/><use href="#a" x="2"/></g>` → `<g id="a"><path d="…"/></g>`
 */
export function cutCycles(limits: Limits): readonly [cut: () => ReadonlySet<string>, pass: Pass] {
  const cutIds = new Set<string>();
  return [
    () => cutIds,
    triggeredPass('iconloom-cut-cycles', { triggers: TRAITS.id }, (root) => {
      const svg = svgElement(root);
      if (!svg) return;
      const byId = firstElementsById(svg);
      if (byId.size === 0 || !hasCycle(svg, byId)) return;
      const { rendered } = findBackEdges(svg, byId, limits);
      for (const { id } of rendered) cutIds.add(id);
      if (rendered.some(({ isFollowed }) => isFollowed)) {
        unrollCycles(svg, new Set(rendered.map(({ element }) => element)), limits);
      }
      // The remaining cycles are in definitions that nothing draws any more.
      const remaining = findBackEdges(svg, firstElementsById(svg), limits);
      for (const edge of [...remaining.rendered, ...remaining.unrendered]) {
        removeReference(edge.element, edge, edge.parents.at(-1));
      }
    }),
  ];
}

/** A reference by an attribute of an element. */
interface Edge extends DrawnReference {
  readonly element: XastElement;
  readonly parents: readonly XastElement[];
  isCut: boolean;
  isFollowed: boolean;
}

/** Checks for cycles of children and references. */
function hasCycle(svg: XastElement, byId: FirstElementById): boolean {
  const done = new Set<XastElement>();
  const onPath = new Set<XastElement>();
  const stack = [svg];
  for (let element = stack.at(-1); element; element = stack.at(-1)) {
    if (onPath.has(element) || done.has(element)) {
      stack.pop();
      onPath.delete(element);
      done.add(element);
      continue;
    }
    onPath.add(element);
    const parts = [
      ...element.children.filter((child) => child.type === 'element'),
      ...drawnReferences(element, byId).map(({ target }) => target),
    ];
    for (const part of parts) {
      if (onPath.has(part)) return true;
      if (!done.has(part)) stack.push(part);
    }
  }
  return false;
}

/** Position of a walk: ancestors, across `<use>`, and definitions that are being drawn. */
interface WalkPosition {
  readonly ancestors: readonly XastElement[];
  readonly resources: readonly XastElement[];
}

/** Circular references in rendered content, and in definitions that nothing draws. */
interface BackEdges {
  readonly rendered: readonly Edge[];
  readonly unrendered: readonly Edge[];
}

/** Follows all references as a renderer does. Returns those that are circular anywhere. */
function findBackEdges(svg: XastElement, byId: FirstElementById, limits: Limits): BackEdges {
  const parents = parentsOf(svg);
  const elementIndexes = new Map([svg, ...elements(svg)].map((element, index) => [element, index]));
  let edges = new Map<string, Edge>();
  let steps = 0;

  function walk(element: XastElement, { ancestors, resources }: WalkPosition): void {
    steps += 1;
    if (steps > limits.drawn) throw new LimitError('drawn');
    if (ancestors.length + resources.length > 2 * limits.depth) throw new LimitError('depth');
    for (const { attribute, id, target } of drawnReferences(element, byId)) {
      const isUse = element.name === 'use' && attribute === 'href';
      const leadsBack = isUse
        ? target === element || ancestors.includes(target)
        : resources.includes(target) || (attribute === 'href' && target === element);
      const key = `${elementIndexes.get(element)} ${attribute} ${id}`;
      const edge = edges.get(key) ?? {
        element,
        parents: parents.get(element) ?? [],
        attribute,
        id,
        target,
        isCut: false,
        isFollowed: false,
      };
      edges.set(key, edge);
      if (leadsBack) edge.isCut = true;
      else {
        edge.isFollowed = true;
        if (isUse) walk(target, { ancestors: [...ancestors, element], resources });
        else {
          walk(target, {
            ancestors: parents.get(target) ?? [],
            resources: [...resources, target],
          });
        }
      }
    }
    for (const child of element.children) {
      if (child.type !== 'element' || NEVER_RENDERED.has(child.name)) continue;
      walk(child, { ancestors: [...ancestors, element], resources });
    }
  }

  walk(svg, { ancestors: [], resources: [] });
  const rendered = edges;
  edges = new Map();
  // Rules that stay, and scripts of the page, may still refer to unreferenced definitions.
  for (const element of elements(svg)) {
    if (!DEFINITIONS.has(element.name)) continue;
    const ancestors = parents.get(element) ?? [];
    walk(element, { ancestors, resources: [...ancestors, element] });
  }
  for (const element of elements(svg)) {
    if (element.name !== 'defs') continue;
    const ancestors = [...(parents.get(element) ?? []), element];
    for (const child of element.children) {
      if (child.type === 'element') walk(child, { ancestors, resources: ancestors });
    }
  }
  const unrendered = [...edges].filter(([key]) => !rendered.has(key)).map(([, edge]) => edge);
  const isCut = (edge: Edge) => edge.isCut;
  return { rendered: [...rendered.values()].filter(isCut), unrendered: unrendered.filter(isCut) };
}

/** Ancestors of each element, outermost first. */
function parentsOf(svg: XastElement): ReadonlyMap<XastElement, readonly XastElement[]> {
  const parents = new Map<XastElement, readonly XastElement[]>([[svg, []]]);
  for (const element of [svg, ...elements(svg)]) {
    const ancestors = [...(parents.get(element) ?? []), element];
    for (const child of element.children) {
      if (child.type === 'element') parents.set(child, ancestors);
    }
  }
  return parents;
}
