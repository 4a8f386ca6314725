import type { XastElement } from 'svgo';
import { serializeFragment } from '../../svg/css/references.ts';
import { readStyle, writeStyle } from '../../svg/css/style-text.ts';
import { DEFINITIONS } from '../../svg/elements.ts';
import { mayReference, renameReferences } from '../references.ts';
import { elements } from '../tree.ts';

/** Elements by id; the first one if several have the same id, as in browsers. */
export type FirstElementById = ReadonlyMap<string, XastElement>;

/** All elements of an icon that have an id. */
export function firstElementsById(svg: XastElement): FirstElementById {
  const byId = new Map<string, XastElement>();
  for (const element of [svg, ...elements(svg)]) {
    const { id } = element.attributes;
    if (id !== undefined && !byId.has(id)) byId.set(id, element);
  }
  return byId;
}

/** A reference that draws its target. */
export interface DrawnReference {
  readonly attribute: string;
  readonly id: string;
  readonly target: XastElement;
}

/** Checks if `url(#…)` can refer to an element: any definition except symbols. */
function isResource({ name }: XastElement): boolean {
  return DEFINITIONS.has(name) && name !== 'symbol';
}

/** References of an element that draw their targets. */
export function drawnReferences(
  { name, attributes }: XastElement,
  byId: FirstElementById,
): readonly DrawnReference[] {
  const references: DrawnReference[] = [];
  for (const [attribute, value] of Object.entries(attributes)) {
    if (attribute === 'begin' || attribute === 'end' || !mayReference(attribute, value)) continue;
    const isLink = attribute === 'href';
    // The path of a text or a motion is not drawn.
    if (isLink && (name === 'textPath' || name === 'mpath')) continue;
    renameReferences(attribute, value, (id) => {
      const target = byId.get(id);
      if (target && (isLink || isResource(target))) references.push({ attribute, id, target });
      return undefined;
    });
  }
  return references;
}

/** Removes a reference; a `<use>` is removed as a whole. */
export function removeReference(
  element: XastElement,
  { attribute, id }: Pick<DrawnReference, 'attribute' | 'id'>,
  parent: XastElement | undefined,
): void {
  const { attributes } = element;
  const value = attributes[attribute];
  if (value === undefined) return;
  if (attribute === 'href') {
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
  const marked = renameReferences('', value, (each) => (each === id ? CUT_MARKER : undefined));
  const url = `url(${serializeFragment(CUT_MARKER)})`;
  const at = marked.indexOf(url);
  if (at < 0) return value;
  const fallback = marked.slice(at + url.length).trim();
  const isPaint = at === 0 && fallback !== '';
  return marked.slice(0, at) + (isPaint ? fallback : 'none');
}

/** Not a valid id, since it contains spaces. */
const CUT_MARKER = ' cut ';
