import { isIdentity } from '../svg/matrix.ts';
import type { Shape, ShapeList } from './shapes.ts';
import type { Edit, LintSource, SourceElement } from './types.ts';

/** Longest `style` that is edited; longer ones are not handwritten. */
const MAX_STYLE_LENGTH = 2000;

/** Elements whose content is not in the shape list, but inherits from groups and the root. */
const INHERITING_CONTENT = /<(?:[\w-]+:)?(mask|clipPath|pattern|marker|symbol|text)[\s>/]/;

/** Checks whether an element or an ancestor has an id that others can refer to. */
function isReferenceable(element: SourceElement): boolean {
  for (let each: SourceElement | undefined = element; each; each = each.parent) {
    if (each.parent && each.attributes.some(({ name }) => name === 'id')) return true;
  }
  return false;
}

/** Inserts an attribute after the last one of an element. */
export function insertAttribute(
  { svg }: LintSource,
  { attributes, start }: SourceElement,
  name: string,
  value: string,
): Edit {
  const last = attributes.at(-1)?.end;
  const at = last ?? start + (/^<[^\s/>]+/.exec(svg.slice(start, start + 200))?.[0].length ?? 1);
  return { start: at, end: at, text: ` ${name}="${value}"` };
}

/**
 * Sets an inherited property of shapes at its declaration: on the shapes, on their groups, or on
 * the root if nothing declares it. `undefined` if the change could affect other shapes that the
 * text does not show.
 */
export function setProperty(
  source: LintSource,
  { isPlain }: ShapeList,
  shapes: readonly Shape[],
  property: string,
  value: string,
): readonly Edit[] | undefined {
  if (!isPlain || INHERITING_CONTENT.test(source.svg)) return undefined;
  const edits = new Map<number, Edit>();
  for (const { element, matrix } of shapes) {
    if (/width/.test(property) && !(matrix && isIdentity(matrix))) return undefined;
    const edit = createEdit(source, element, property, value);
    if (!edit) return undefined;
    edits.set(edit.start, edit);
  }
  return [...edits.values()].sort((a, b) => a.start - b.start);
}

function createEdit(
  source: LintSource,
  element: SourceElement,
  property: string,
  value: string,
): Edit | undefined {
  for (let each: SourceElement | undefined = element; each; each = each.parent) {
    for (const name of ['style', property]) {
      const attribute = each.attributes.find((candidate) => candidate.name === name);
      if (!attribute) continue;
      const { valueStart, valueEnd } = attribute;
      const text = source.svg.slice(valueStart, valueEnd);
      if (name === property) {
        return text.trim() === 'inherit'
          ? undefined
          : { start: valueStart, end: valueEnd, text: value };
      }
      if (!text.includes(property)) continue;
      if (text.length > MAX_STYLE_LENGTH) return undefined;
      const match = new RegExp(
        `^(?:[^;]*;)*?\\s*${property}\\s*:\\s*([^;"'()&!]+?)\\s*(?:;[^]*)?$`,
      ).exec(text);
      // Declared twice, or in a syntax that is not parsed here.
      if (!match || text.split(property).length > 2) return undefined;
      const start =
        valueStart + text.indexOf(match[1] ?? '', text.indexOf(property) + property.length);
      return { start, end: start + (match[1] ?? '').length, text: value };
    }
  }
  return insertAttribute(source, source.root, property, value);
}

/**
 * Removes a shape, with its line if nothing else is on it. `undefined` if something may refer to
 * it or count its siblings.
 */
export function removeShape(
  { svg }: LintSource,
  { isPlain }: ShapeList,
  element: SourceElement,
): readonly Edit[] | undefined {
  if (!isPlain || isReferenceable(element)) return undefined;
  let { start, end } = element;
  const before = /[ \t]*$/.exec(svg.slice(Math.max(0, start - 200), start))?.[0].length ?? 0;
  const isOnOwnLine =
    /[\r\n]/.test(svg[start - before - 1] ?? '') && /^[ \t]*\r?\n/.test(svg.slice(end, end + 200));
  if (isOnOwnLine) {
    start -= before;
    end += /^[ \t]*\r?\n/.exec(svg.slice(end, end + 200))?.[0].length ?? 0;
  }
  return [{ start, end, text: '' }];
}

/** Applies edits, which must not overlap, to a text. */
export function applyEdits(svg: string, edits: readonly Edit[]): string {
  let [text, at] = ['', 0];
  for (const { start, end, text: replacement } of [...edits].sort((a, b) => a.start - b.start)) {
    text += svg.slice(at, start) + replacement;
    at = end;
  }
  return text + svg.slice(at);
}
