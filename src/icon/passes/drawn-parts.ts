import type { XastElement } from 'svgo';
import { readPath } from '../../svg/path-data.ts';
import { parsePoints } from '../../svg/points.ts';
import { mayReference, renameReferences } from '../references.ts';
import { elements } from '../tree.ts';

/** An element that another element draws, with the number of times. */
export interface DrawnPart {
  readonly target: XastElement;
  readonly times: number;
}

export type ElementsById = ReadonlyMap<string | undefined, XastElement>;

export function elementsById(svg: XastElement): ElementsById {
  return new Map([...elements(svg)].map((element) => [element.attributes.id, element]));
}

/** Children of an element and targets of its references; a marker counts once per vertex. */
export function drawnParts(element: XastElement, byId: ElementsById): readonly DrawnPart[] {
  const parts: DrawnPart[] = [];
  for (const child of element.children) {
    if (child.type === 'element') parts.push({ target: child, times: 1 });
  }
  for (const [name, value] of Object.entries(element.attributes)) {
    if (!mayReference(name, value)) continue;
    renameReferences(name, value, (id) => {
      const target = byId.get(id);
      const times = target?.name === 'marker' ? verticesOf(element) : 1;
      if (target) parts.push({ target, times });
      return undefined;
    });
  }
  return parts;
}

/** Number of vertices of all shapes in an element, since markers are inherited. */
function verticesOf(element: XastElement): number {
  let count = 0;
  for (const { name, attributes } of [element, ...elements(element)]) {
    if (name === 'path') {
      for (const { segments } of readPath(attributes.d ?? '')) count += segments.length + 1;
    } else if (/^poly(?:line|gon)$/.test(name))
      count += parsePoints(attributes.points ?? '').length;
    else if (name === 'line') count += 2;
  }
  return count;
}
