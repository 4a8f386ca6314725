import { SaxesParser } from 'saxes';
import type { SourceAttribute, SourceElement } from './element-tree.ts';
import { declaredEntities } from './entities.ts';

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
