import { SaxesParser } from 'saxes';
import { declaredEntities } from './entities.ts';

/** An attribute in the text; positions are offsets in UTF-16 code units. */
export interface SourceAttribute {
  readonly name: string;
  /** Value with references such as `&amp;` resolved. */
  readonly value: string;
  /** Offsets from the first letter of the name to behind the closing quote. */
  readonly start: number;
  readonly end: number;
  /** Offsets of the text between the quotes. */
  readonly valueStart: number;
  readonly valueEnd: number;
}

/** An element in the text. */
export interface SourceElement {
  readonly name: string;
  readonly attributes: readonly SourceAttribute[];
  readonly children: readonly SourceElement[];
  readonly parent?: SourceElement;
  /** Offsets from `<` of its start tag to behind `>` of its end tag. */
  readonly start: number;
  readonly end: number;
  /** Behind `>` of its start tag. */
  readonly startTagEnd: number;
}

/** Elements of a source, and the text of its style sheets. */
export interface SourceElements {
  /** The `<svg>` element. */
  readonly root: SourceElement;
  /** Text of each `<style>` element. */
  readonly sheets: ReadonlyMap<SourceElement, string>;
}

interface MutableElement extends SourceElement {
  readonly attributes: SourceAttribute[];
  readonly children: SourceElement[];
  end: number;
  startTagEnd: number;
}

const SVG = 'http://www.w3.org/2000/svg';
const EMPTY_ROOT: SourceElement = {
  name: 'svg',
  attributes: [],
  children: [],
  start: 0,
  end: 0,
  startTagEnd: 0,
};
const OPENING = /\s*([^\s=/>]+)\s*=\s*["']/y;

/**
 * Reads the text of a source, in time linear in its length. SVG names are without prefix; others
 * stay as written, with `foreign:` if they have no prefix. Reads as much as possible of a text that
 * a build would reject.
 */
export function readElements(svg: string): SourceElements {
  const parser = new SaxesParser({ xmlns: true });
  const sheets = new Map<SourceElement, string>();
  const open: MutableElement[] = [];
  let root: SourceElement | undefined;
  let start = 0;
  let from = 0;
  let attributes: SourceAttribute[] = [];

  // The build reports errors.
  parser.on('error', () => undefined);
  parser.on('doctype', (text) => Object.assign(parser.ENTITIES, declaredEntities(text)));
  parser.on('opentagstart', ({ name }) => {
    start = svg.lastIndexOf('<', parser.position - name.length - 1);
    from = start + 1 + name.length;
    attributes = [];
  });
  parser.on('attribute', ({ name, value }) => {
    OPENING.lastIndex = from;
    const opening = OPENING.exec(svg);
    from = parser.position;
    if (opening?.[1] !== name) return;
    const valueStart = opening.index + opening[0].length;
    const nameStart = opening.index + opening[0].search(/\S/);
    attributes.push({
      name,
      value,
      start: nameStart,
      end: from,
      valueStart,
      valueEnd: from - 1,
    });
  });
  parser.on('opentag', ({ uri, prefix, local, name }) => {
    const isSvg = uri === SVG || (uri === '' && prefix === '');
    const parent = open.at(-1);
    const { position } = parser;
    const element: MutableElement = {
      name: isSvg ? local : prefix === '' ? `foreign:${local}` : name,
      attributes,
      children: [],
      start,
      end: position,
      startTagEnd: position,
      ...(parent && { parent }),
    };
    parent?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => {
    const closed = open.pop();
    if (closed) closed.end = parser.position;
  });
  const addText = (text: string): void => {
    const element = open.at(-1);
    if (element?.name === 'style') sheets.set(element, (sheets.get(element) ?? '') + text);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(svg).close();
  return { root: root ?? EMPTY_ROOT, sheets };
}

/** All elements of a source, the root first, in document order. */
export function* elementsOf(root: SourceElement): Generator<SourceElement> {
  const stack = [root];
  for (let element = stack.pop(); element; element = stack.pop()) {
    yield element;
    for (let i = element.children.length - 1; i >= 0; i--) {
      stack.push(element.children[i] as SourceElement);
    }
  }
}

/** An attribute of an element; `href` also under XLink's prefix. */
export function attributeOf(
  { attributes }: SourceElement,
  name: string,
): SourceAttribute | undefined {
  const exactMatch = attributes.find((attribute) => attribute.name === name);
  if (exactMatch || name !== 'href') return exactMatch;
  return attributes.find((attribute) => attribute.name.endsWith(':href'));
}
