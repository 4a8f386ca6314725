import type { Where } from '../../core/diagnostics.ts';
import { positionAt } from '../../core/position.ts';
import { elementsOf, type SourceElement } from './element-tree.ts';
import { readElements } from './source-elements.ts';

/** Description of a problem's target, by which its place in the file is found. */
export interface LocationHint {
  /** Local name of the element. */
  readonly element?: string;
  readonly attribute?: string;
  /** Value of the attribute as written. */
  readonly value?: string;
  /** Text in a style sheet. */
  readonly text?: string;
  /** An id that any attribute refers to. */
  readonly reference?: string;
}

/**
 * Finds the line and column of problems in the text of a file. Equal problems get successive places
 * in document order; `undefined` for content that a plugin of the user added.
 */
export function locate(
  svg: string,
  hints: readonly LocationHint[],
): readonly (Where | undefined)[] {
  const { root, sheets } = readElements(svg);
  const all = [...elementsOf(root)];
  const usedOffsets = new Set<number>();
  return hints.map((hint) => {
    const found = all.flatMap((element) => offsetOf(element, hint, { svg, sheets }) ?? []);
    const offset = found.find((each) => !usedOffsets.has(each)) ?? found[0];
    if (offset === undefined) return undefined;
    usedOffsets.add(offset);
    return positionAt(svg, offset);
  });
}

interface IndexedSource {
  readonly svg: string;
  readonly sheets: ReadonlyMap<SourceElement, string>;
}

function offsetOf(
  element: SourceElement,
  hint: LocationHint,
  { svg, sheets }: IndexedSource,
): number | undefined {
  const { reference } = hint;
  if (reference !== undefined) return offsetOfReference(element, reference);
  if (localName(element.name) !== hint.element) return undefined;
  if (hint.attribute === undefined) {
    const css = sheets.get(element);
    if (hint.text === undefined || css === undefined) return element.start;
    const at = svg.slice(0, element.end).indexOf(hint.text, element.startTagEnd);
    return at < 0 ? element.start : at;
  }
  const { attribute: attributeName, value } = hint;
  return element.attributes.find(({ name, value: written }) => {
    return (
      localName(name) === attributeName &&
      (value === undefined || normalizeSpaces(written) === normalizeSpaces(value))
    );
  })?.start;
}

/** An id may be encoded where it is referred to. */
function offsetOfReference(element: SourceElement, id: string): number | undefined {
  const spellings = [`#${id}`, `#${encodeURIComponent(id)}`];
  return element.attributes.find(({ value }) => spellings.some((each) => value.includes(each)))
    ?.start;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Replaces line breaks with spaces, as XML does in attributes and the SVG parser does not. */
function normalizeSpaces(value: string): string {
  return value.replace(/\s/g, ' ');
}
