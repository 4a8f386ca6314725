import type { XastElement, XastParent, XastRoot } from 'svgo';
import { DEFINITIONS, NEVER_RENDERED } from '../../svg/elements.ts';
import type { StyleSheets } from '../css/style-sheet.ts';
import { mayReference, renameReferences } from '../references.ts';
import { traitsOf } from '../svgo/document-traits.ts';
import { elements, type Pass, pass, svgElement, textContent } from '../tree.ts';
import { renameAttributes, UNRESOLVED_ID } from './ids.ts';

/**
 * Drops ids that no rendered content refers to, definitions without ids, classes that no style
 * sheet of the icon contains, and rules for white space in icons without text. Elements without ids and classes can be optimized.
 *
 * `<mask id="a" mask="url(#a)"/><path class="b" d="…"/>` → `<path d="…"/>`
 */
export function dropUnused(styles: StyleSheets | undefined): Pass {
  return pass('iconloom-drop-unused', (root) => {
    const used = usedIds(root, styles);
    const classesInSheets = styles?.classes(root);
    let [hasText, selectsSpace] = [false, false];
    const spaced: XastElement[] = [];
    for (const element of elements(root)) {
      const { name, attributes } = element;
      if (name === 'text') hasText = true;
      if (name === 'style') selectsSpace ||= textContent(element).includes('space');
      if (attributes['xml:space'] !== undefined) spaced.push(element);
      if (attributes.id !== undefined && !used.has(attributes.id)) delete attributes.id;
      if (attributes.class !== undefined) keepClasses(attributes, classesInSheets);
    }
    if (!hasText && !selectsSpace)
      for (const { attributes } of spaced) delete attributes['xml:space'];
    if (!traitsOf(root).countsElements) dropDefinitions(root);
    // One name for all unresolved references, so that equal elements are recognized as equal.
    const remainingIds = new Set([...elements(root)].map(({ attributes }) => attributes.id));
    const rename = (id: string) => (remainingIds.has(id) ? id : UNRESOLVED_ID);
    renameAttributes(root, rename, (id) => id);
  });
}

/** Ids that drawn elements refer to, directly or through other ids. */
function usedIds(root: XastRoot, styles: StyleSheets | undefined): ReadonlySet<string> {
  const byId = new Map([...elements(root)].map((element) => [element.attributes.id, element]));
  const used = new Set<string>();
  const stack: XastElement[] = [];
  const markUsed = (id: string): undefined => {
    const target = byId.get(id);
    if (target && !used.has(id)) stack.push(target);
    used.add(id);
  };
  styles?.rename(root, { id: markUsed });
  const svg = svgElement(root);
  if (svg) stack.push(svg);
  for (let element = stack.pop(); element; element = stack.pop()) {
    for (const [name, value] of Object.entries(element.attributes)) {
      if (mayReference(name, value)) renameReferences(name, value, markUsed);
    }
    for (const child of element.children) {
      const isDrawn = child.type === 'element' && !NEVER_RENDERED.has(child.name);
      if (isDrawn) stack.push(child);
    }
  }
  return used;
}

function keepClasses(
  attributes: Record<string, string>,
  classesInSheets: ReadonlySet<string> | undefined,
): void {
  const remaining = (attributes.class ?? '')
    .split(/\s+/)
    .filter((name) => classesInSheets?.has(name));
  if (remaining.length > 0) attributes.class = remaining.join(' ');
  else delete attributes.class;
}

function dropDefinitions(parent: XastParent): void {
  for (const child of parent.children) if (child.type === 'element') dropDefinitions(child);
  parent.children = parent.children.filter((child) => {
    if (child.type !== 'element') return true;
    if (child.name === 'defs') return child.children.length > 0;
    return !DEFINITIONS.has(child.name) || hasId(child);
  });
}

/** Checks if anything can refer to an element or a descendant. */
function hasId(element: XastElement): boolean {
  return [element, ...elements(element)].some(({ attributes }) => attributes.id !== undefined);
}
