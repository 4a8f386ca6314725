import type { Where } from '../core/diagnostics.ts';
import { positionAt } from '../core/position.ts';
import { elementsOf, readElements, type SourceElement } from './source-elements.ts';

/** Description of a problem's target, by which its place in the file is found. */
export interface Spot {
  /** Local name of the element. */
  readonly element?: string;
  readonly attribute?: string;
  /** The attribute's value, as it came. */
  readonly value?: string;
  /** Something that a style sheet holds. */
  readonly text?: string;
  /** An id that any attribute refers to. */
  readonly reference?: string;
}

/**
 * Line and column of problems in the text of a file. Two of one kind are two places, in document
 * order; `undefined` for what a plugin of the user added.
 */
export function locate(svg: string, spots: readonly Spot[]): readonly (Where | undefined)[] {
  const { root, sheets } = readElements(svg);
  const all = [...elementsOf(root)];
  const taken = new Set<number>();
  return spots.map((spot) => {
    const found = all.flatMap((element) => offsetOf(element, spot, { svg, sheets }) ?? []);
    const offset = found.find((each) => !taken.has(each)) ?? found[0];
    if (offset === undefined) return undefined;
    taken.add(offset);
    return positionAt(svg, offset);
  });
}

interface Text {
  readonly svg: string;
  readonly sheets: ReadonlyMap<SourceElement, string>;
}

function offsetOf(element: SourceElement, spot: Spot, { svg, sheets }: Text): number | undefined {
  const { reference } = spot;
  if (reference !== undefined) return offsetOfReference(element, reference);
  if (local(element.name) !== spot.element) return undefined;
  if (spot.attribute === undefined) {
    const css = sheets.get(element);
    if (spot.text === undefined || css === undefined) return element.start;
    const at = svg.slice(0, element.end).indexOf(spot.text, element.startTagEnd);
    return at < 0 ? element.start : at;
  }
  const { attribute: wanted, value } = spot;
  return element.attributes.find(({ name, value: own }) => {
    return local(name) === wanted && (value === undefined || spaced(own) === spaced(value));
  })?.start;
}

/** An id may be encoded where it is referred to. */
function offsetOfReference(element: SourceElement, id: string): number | undefined {
  const spellings = [`#${id}`, `#${encodeURIComponent(id)}`];
  return element.attributes.find(({ value }) => spellings.some((each) => value.includes(each)))
    ?.start;
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Replaces line breaks with spaces, as XML does in attributes and the SVG parser does not. */
function spaced(value: string): string {
  return value.replace(/\s/g, ' ');
}
