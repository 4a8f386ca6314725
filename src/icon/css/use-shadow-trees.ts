import type { XastElement, XastRoot } from 'svgo';
import { mayReference, renameReferences } from '../references.ts';
import { elements, svgElement } from '../tree.ts';

/** An element as a `<use>` draws it: the only child of a tree of its own. */
export interface UseShadowTree {
  readonly target: XastElement;
  readonly tree: XastRoot;
  /** The elements of the copy, by those that they are copies of. */
  readonly copies: ReadonlyMap<XastElement, XastElement>;
}

/**
 * Copies of the elements that a `<use>` draws: rules match there without outer elements, so that
 * `g > path` does not reach a path that is drawn without its group. Source: SVG 2, 5.6.4.
 */
export function shadowTreesOfUses(root: XastRoot): readonly UseShadowTree[] {
  const uses = [...elements(root)].filter(({ name }) => name === 'use');
  if (uses.length === 0) return [];
  const byId = new Map<string, XastElement>();
  for (const element of elements(root)) {
    const { id } = element.attributes;
    if (id !== undefined && !byId.has(id)) byId.set(id, element);
  }
  const targets = new Set(uses.flatMap((use) => byId.get(referencedId(use) ?? '') ?? []));
  return [...targets].flatMap((target) => {
    const inside = [target, ...elements(target)];
    // Circular references are cut later; in a copy they would not be circular.
    const leadsBack = inside.some((element) => {
      const inner = element.name === 'use' ? byId.get(referencedId(element) ?? '') : undefined;
      return inner && [inner, ...elements(inner)].includes(element);
    });
    return leadsBack ? [] : [shadowTreeOf(target)];
  });
}

function shadowTreeOf(target: XastElement): UseShadowTree {
  const copies = new Map<XastElement, XastElement>();
  const copy = (element: XastElement): XastElement => {
    const clone: XastElement = {
      ...element,
      attributes: { ...element.attributes },
      children: element.children.map((child) => (child.type === 'element' ? copy(child) : child)),
    };
    copies.set(element, clone);
    return clone;
  };
  return { target, tree: { type: 'root', children: [copy(target)] }, copies };
}

/** Inserts copies into the icon and points every `<use>` of an original to its copy. */
export function insertShadowTrees(root: XastRoot, trees: readonly UseShadowTree[]): void {
  const svg = svgElement(root);
  if (!svg || trees.length === 0) return;
  const usedIds = new Set([...elements(root)].map(({ attributes }) => attributes.id));
  const ids = new Map<string, string>();
  const definitions = trees.map(({ target, copies }) => {
    const copy = copies.get(target) as XastElement;
    // Any other reference to an element inside means the original.
    for (const { attributes } of copies.values()) delete attributes.id;
    let id = `use-${target.attributes.id}`;
    while (usedIds.has(id)) id += '-';
    usedIds.add(id);
    ids.set(target.attributes.id as string, id);
    copy.attributes.id = id;
    return copy;
  });
  svg.children.push({ type: 'element', name: 'defs', attributes: {}, children: definitions });
  for (const { name, attributes } of elements(root)) {
    if (name !== 'use' || attributes.href === undefined) continue;
    attributes.href = renameReferences('href', attributes.href, (id) => ids.get(id));
  }
}

function referencedId({ attributes: { href } }: XastElement): string | undefined {
  let id: string | undefined;
  if (href === undefined || !mayReference('href', href)) return undefined;
  renameReferences('href', href, (each) => {
    id = each;
    return undefined;
  });
  return id;
}
