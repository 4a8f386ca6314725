import type { XastElement } from 'svgo';
import type { Limits } from '../core/types.ts';
import { fragmentFor } from '../svg/css/references.ts';
import { readStyle, writeStyle } from '../svg/css/style-text.ts';
import { OverLimit } from './limits.ts';
import { mayRefer, renameReferences } from './references.ts';
import { elements, type Pass, pass, svgElement } from './tree.ts';

/** Ids of references that lead back to where they stand. */
export interface Cycles {
  /** Removed: browsers draw nothing there. */
  readonly cut: ReadonlySet<string>;
  /** Drawn in one place and not in another, so that no single drawing without a cycle is the same. */
  readonly unclear: ReadonlySet<string>;
}

/**
 * Cuts references that lead back to themselves, as browsers do: a `<use>` of an element around it
 * draws nothing, and a paint, clip, mask, marker or filter inside itself is as if not set. Chromium
 * does so where a drawing is a picture or in the page; in an external sprite it never finishes
 * loading. Source: SVG 2, 5.5.2 and 3.5.
 *
 * `<g id="a"><path d="…"/><use href="#a" x="2"/></g>` → `<g id="a"><path d="…"/></g>`
 */
export function cutCycles(limits: Limits): readonly [cycles: () => Cycles, pass: Pass] {
  const cut = new Set<string>();
  const unclear = new Set<string>();
  return [
    () => ({ cut, unclear }),
    pass('iconloom-cut-cycles', (root) => {
      const svg = svgElement(root);
      if (!svg) return;
      const byId = idsOf(svg);
      if (byId.size === 0 || !hasCycle(svg, byId)) return;
      const { drawn, rest } = follow(svg, byId, limits);
      for (const edge of drawn.values()) {
        if (!edge.isCut) continue;
        (edge.isKept ? unclear : cut).add(edge.id);
        if (!edge.isKept) remove(edge);
      }
      for (const edge of rest.values()) if (edge.isCut) remove(edge);
    }),
  ];
}

/** A reference by an attribute of an element. */
interface Edge {
  readonly element: XastElement;
  readonly parents: readonly XastElement[];
  readonly attribute: string;
  readonly id: string;
  readonly target: XastElement;
  isCut: boolean;
  isKept: boolean;
}

type ById = ReadonlyMap<string, XastElement>;

function idsOf(svg: XastElement): ById {
  const byId = new Map<string, XastElement>();
  for (const element of [svg, ...elements(svg)]) {
    const { id } = element.attributes;
    if (id !== undefined && !byId.has(id)) byId.set(id, element);
  }
  return byId;
}

/** Drawn where something refers to it, and not where it stands. */
const DEFINITION =
  /^(defs|symbol|clipPath|mask|pattern|marker|filter|linearGradient|radialGradient)$/;
/** What `url(#…)` can mean. */
const RESOURCE = /^(clipPath|mask|pattern|marker|filter|linearGradient|radialGradient)$/;

function targetsOf(
  { name, attributes }: XastElement,
  byId: ById,
): { readonly attribute: string; readonly id: string; readonly target: XastElement }[] {
  const found: { attribute: string; id: string; target: XastElement }[] = [];
  for (const [attribute, value] of Object.entries(attributes)) {
    if (attribute === 'begin' || attribute === 'end' || !mayRefer(attribute, value)) continue;
    const isLink = attribute === 'href';
    // A path that text or motion runs along is read, not drawn.
    if (isLink && (name === 'textPath' || name === 'mpath')) continue;
    renameReferences(attribute, value, (id) => {
      const target = byId.get(id);
      if (target && (isLink || RESOURCE.test(target.name))) found.push({ attribute, id, target });
      return undefined;
    });
  }
  return found;
}

/** Whether anything leads back to itself, by children and references. */
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

/** Where a walk is: elements around, across `<use>`, and definitions that are being drawn. */
interface Place {
  readonly around: readonly XastElement[];
  readonly resources: readonly XastElement[];
}

type Edges = ReadonlyMap<string, Edge>;

/** Follows all references as a renderer does, and notes at each whether it leads back. */
function follow(
  svg: XastElement,
  byId: ById,
  limits: Limits,
): { readonly drawn: Edges; readonly rest: Edges } {
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
      if (child.type !== 'element' || DEFINITION.test(child.name)) continue;
      walk(child, { around: [...around, element], resources });
    }
  }

  walk(svg, { around: [], resources: [] });
  const drawn = edges;
  edges = new Map();
  // What no reference leads to now, rules that stay and scripts of a page may still find.
  for (const element of elements(svg)) {
    if (!DEFINITION.test(element.name) || element.name === 'defs') continue;
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
  const rest = new Map([...edges].filter(([key]) => !drawn.has(key)));
  return { drawn, rest };
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

function remove({ element, parents, attribute, id }: Edge): void {
  const { attributes } = element;
  const value = attributes[attribute];
  if (value === undefined) return;
  if (attribute === 'href') {
    const parent = parents.at(-1);
    if (element.name === 'use' && parent) {
      parent.children = parent.children.filter((child) => child !== element);
    } else delete attributes.href;
  } else if (attribute === 'style') {
    attributes.style = writeStyle(
      readStyle(value).map(([property, each]) => [property, withoutUrl(each, id)]),
    );
  } else {
    attributes[attribute] = withoutUrl(value, id);
    const isDefault = attributes[attribute] === 'none' && !INHERITED.test(attribute);
    if (isDefault) delete attributes[attribute];
  }
}

const INHERITED = /^(fill|stroke|marker-)/;

/** `fill:url(#a) red` → `fill:red`, `mask:url(#a)` → `mask:none` */
function withoutUrl(value: string, id: string): string {
  const marked = renameReferences('', value, (each) => (each === id ? CUT : undefined));
  const url = `url(${fragmentFor(CUT)})`;
  const at = marked.indexOf(url);
  if (at < 0) return value;
  const fallback = marked.slice(at + url.length).trim();
  const isPaint = at === 0 && fallback !== '';
  return marked.slice(0, at) + (isPaint ? fallback : 'none');
}

/** No id has a space. */
const CUT = ' cut ';
