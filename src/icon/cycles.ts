import type { XastElement } from 'svgo';
import type { Limits } from '../core/types.ts';
import { DEFINITIONS, NEVER_RENDERED } from '../svg/elements.ts';
import {
  type ById,
  idsOf,
  type Reference,
  removeReference,
  targetsOf,
} from './drawn-references.ts';
import { OverLimit } from './limits.ts';
import { elements, type Pass, pass, svgElement } from './tree.ts';
import { unrollCycles } from './unroll-cycles.ts';

/**
 * Cuts references that lead back to themselves, as browsers do: a `<use>` of an element around it
 * draws nothing, and a paint, clip, mask, marker or filter inside itself is as if not set. Chromium
 * does so if an icon is an image or in the page; in an external sprite it never finishes
 * loading. A reference that leads back in one place and not in another is unrolled: what it draws
 * where it does not is copied. Source: SVG 2, 5.5.2 and 3.5.
 *
 * `<g id="a"><path d="…"/><use href="#a" x="2"/></g>` → `<g id="a"><path d="…"/></g>`
 */
export function cutCycles(limits: Limits): readonly [cut: () => ReadonlySet<string>, pass: Pass] {
  const cut = new Set<string>();
  return [
    () => cut,
    pass('iconloom-cut-cycles', (root) => {
      const svg = svgElement(root);
      if (!svg) return;
      const byId = idsOf(svg);
      if (byId.size === 0 || !hasCycle(svg, byId)) return;
      const { drawn } = cutEdges(svg, byId, limits);
      for (const { id } of drawn) cut.add(id);
      if (drawn.some(({ isKept }) => isKept)) {
        unrollCycles(svg, new Set(drawn.map(({ element }) => element)), limits);
      }
      // What unrolling leaves is in definitions that nothing draws any more.
      const left = cutEdges(svg, idsOf(svg), limits);
      for (const edge of [...left.drawn, ...left.rest]) {
        removeReference(edge.element, edge, edge.parents.at(-1));
      }
    }),
  ];
}

/** A reference by an attribute of an element. */
interface Edge extends Reference {
  readonly element: XastElement;
  readonly parents: readonly XastElement[];
  isCut: boolean;
  isKept: boolean;
}

/** Checks for cycles of children and references. */
function hasCycle(svg: XastElement, byId: ById): boolean {
  const done = new Set<XastElement>();
  const open = new Set<XastElement>();
  const ahead = [svg];
  for (let element = ahead.at(-1); element; element = ahead.at(-1)) {
    if (open.has(element) || done.has(element)) {
      ahead.pop();
      open.delete(element);
      done.add(element);
      continue;
    }
    open.add(element);
    const parts = [
      ...element.children.filter((child) => child.type === 'element'),
      ...targetsOf(element, byId).map(({ target }) => target),
    ];
    for (const part of parts) {
      if (open.has(part)) return true;
      if (!done.has(part)) ahead.push(part);
    }
  }
  return false;
}

/** Position of a walk: ancestors, across `<use>`, and definitions that are being drawn. */
interface Place {
  readonly around: readonly XastElement[];
  readonly resources: readonly XastElement[];
}

/** References that lead back: in what is drawn, and in definitions that nothing draws. */
interface CutEdges {
  readonly drawn: readonly Edge[];
  readonly rest: readonly Edge[];
}

/** Follows all references as a renderer does. Returns those that lead back, somewhere or everywhere. */
function cutEdges(svg: XastElement, byId: ById, limits: Limits): CutEdges {
  const parents = parentsOf(svg);
  const numbers = new Map([svg, ...elements(svg)].map((element, index) => [element, index]));
  let edges = new Map<string, Edge>();
  let steps = 0;

  function walk(element: XastElement, { around, resources }: Place): void {
    steps += 1;
    if (steps > limits.drawn) throw new OverLimit('drawn');
    if (around.length + resources.length > 2 * limits.depth) throw new OverLimit('depth');
    for (const { attribute, id, target } of targetsOf(element, byId)) {
      const isUse = element.name === 'use' && attribute === 'href';
      const leadsBack = isUse
        ? target === element || around.includes(target)
        : resources.includes(target) || (attribute === 'href' && target === element);
      const key = `${numbers.get(element)} ${attribute} ${id}`;
      const edge = edges.get(key) ?? {
        ...{ element, parents: parents.get(element) ?? [], attribute, id, target },
        ...{ isCut: false, isKept: false },
      };
      edges.set(key, edge);
      if (leadsBack) edge.isCut = true;
      else {
        edge.isKept = true;
        if (isUse) walk(target, { around: [...around, element], resources });
        else {
          walk(target, {
            around: parents.get(target) ?? [],
            resources: [...resources, target],
          });
        }
      }
    }
    for (const child of element.children) {
      if (child.type !== 'element' || NEVER_RENDERED.has(child.name)) continue;
      walk(child, { around: [...around, element], resources });
    }
  }

  walk(svg, { around: [], resources: [] });
  const drawn = edges;
  edges = new Map();
  // What no reference leads to now, rules that stay and scripts of a page may still find.
  for (const element of elements(svg)) {
    if (!DEFINITIONS.has(element.name)) continue;
    const around = parents.get(element) ?? [];
    walk(element, { around, resources: [...around, element] });
  }
  for (const element of elements(svg)) {
    if (element.name !== 'defs') continue;
    const around = [...(parents.get(element) ?? []), element];
    for (const child of element.children) {
      if (child.type === 'element') walk(child, { around, resources: around });
    }
  }
  const rest = [...edges].filter(([key]) => !drawn.has(key)).map(([, edge]) => edge);
  const isCut = (edge: Edge) => edge.isCut;
  return { drawn: [...drawn.values()].filter(isCut), rest: rest.filter(isCut) };
}

/** Elements around each, outermost first. */
function parentsOf(svg: XastElement): ReadonlyMap<XastElement, readonly XastElement[]> {
  const parents = new Map<XastElement, readonly XastElement[]>([[svg, []]]);
  for (const element of [svg, ...elements(svg)]) {
    const around = [...(parents.get(element) ?? []), element];
    for (const child of element.children) {
      if (child.type === 'element') parents.set(child, around);
    }
  }
  return parents;
}
