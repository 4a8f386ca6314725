import { isIdentity } from '../svg/matrix.ts';
import type { Shape, ShapeList } from './shapes.ts';
import type { Edit, LintSource, SourceElement } from './types.ts';

/** Longest `style` that is edited; longer ones are not handwritten. */
const MAX_STYLE_LENGTH = 2000;

/** Elements whose content is not in the shape list, but inherits from groups and the root. */
const INHERITING_CONTENT = /<(?:[\w-]+:)?(mask|clipPath|pattern|marker|symbol|text)[\s>/]/;
/** Elements whose content inherits paints: a clip has an outline and no paint. */
const PAINTED_CONTENT = /<(?:[\w-]+:)?(mask|pattern|marker|symbol|text)[\s>/]/;

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
  if (!isPlain) return undefined;
  const content = /^(fill|stroke)$/.test(property) ? PAINTED_CONTENT : INHERITING_CONTENT;
  const hasOtherHeirs = content.test(source.svg);
  const edits = new Map<number, Edit>();
  for (const { element, matrix } of shapes) {
    if (/width/.test(property) && !(matrix && isIdentity(matrix))) return undefined;
    const { holder, edit } = createEdit(source, element, { property, value });
    if (!edit || (hasOtherHeirs && holder !== element)) return undefined;
    edits.set(edit.start, edit);
  }
  return [...edits.values()].sort((a, b) => a.start - b.start);
}

/** A property with its new value. */
interface PropertyValue {
  readonly property: string;
  readonly value: string;
}

/** Edit of the element that declares a property; without edit if its spelling is not understood. */
interface PropertyEdit {
  readonly holder: SourceElement;
  readonly edit?: Edit | undefined;
}

function createEdit(
  source: LintSource,
  element: SourceElement,
  { property, value }: PropertyValue,
): PropertyEdit {
  for (let each: SourceElement | undefined = element; each; each = each.parent) {
    for (const name of ['style', property]) {
      const attribute = each.attributes.find((candidate) => candidate.name === name);
      if (!attribute) continue;
      const { valueStart, valueEnd } = attribute;
      const text = source.svg.slice(valueStart, valueEnd);
      if (name === property) {
        const isInherited = text.trim() === 'inherit';
        const edit = { start: valueStart, end: valueEnd, text: value };
        return { holder: each, ...(!isInherited && { edit }) };
      }
      if (!text.includes(property)) continue;
      const range = findDeclaration(text, property);
      if (range === 'none') continue;
      if (range === 'unknown') return { holder: each };
      const [start, end] = range.map((offset) => valueStart + offset) as [number, number];
      return { holder: each, edit: { start, end, text: value } };
    }
  }
  return {
    holder: source.root,
    edit: insertAttribute(source, source.root, property, value),
  };
}

/** Syntax in which a semicolon may not end a declaration. */
const UNUSUAL_STYLE = /["'\\&]|\/\*|url\(\s*data/i;

/**
 * Finds the value of a property in a `style`: `unknown` if it is declared twice, or in a syntax that
 * is not parsed here.
 */
function findDeclaration(
  style: string,
  property: string,
): readonly [start: number, end: number] | 'none' | 'unknown' {
  if (style.length > MAX_STYLE_LENGTH || UNUSUAL_STYLE.test(style)) return 'unknown';
  const found: (readonly [start: number, end: number])[] = [];
  let start = 0;
  for (const declaration of style.split(';')) {
    const colon = declaration.indexOf(':');
    if (declaration.slice(0, colon).trim().toLowerCase() === property) {
      const value = declaration.slice(colon + 1);
      const from = start + colon + 1 + (value.length - value.trimStart().length);
      if (/[!()]/.test(value) || value.trim() === '') return 'unknown';
      found.push([from, from + value.trim().length]);
    }
    start += declaration.length + 1;
  }
  return found.length > 1 ? 'unknown' : (found[0] ?? 'none');
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
