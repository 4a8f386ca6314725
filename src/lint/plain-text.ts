import type { SourceAttribute, SourceElement } from '../icon/source/element-tree.ts';
import type { SourceText } from './source-text.ts';

/** Syntax that only a parser of XML understands, and style sheets. */
const UNUSUAL = /<!(?!--)|&|<style|<\/?[\w.-]+:/;
const TAG =
  /<(?:!--[\s\S]*?--|\?[\s\S]*?\?|\/([\w.-]+)\s*|([\w.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?))>/y;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const SVG = 'http://www.w3.org/2000/svg';

/** An element whose children are not read yet. */
interface UnclosedElement extends SourceElement {
  readonly children: SourceElement[];
}

/**
 * Reads a plain text in a fraction of the time that a parser of XML takes, without positions;
 * `undefined` if it is not plain.
 */
export function readPlainText(svg: string): SourceText | undefined {
  if (UNUSUAL.test(svg)) return undefined;
  const open: UnclosedElement[] = [];
  let root: SourceElement | undefined;
  let at = svg.indexOf('<');
  while (at >= 0) {
    TAG.lastIndex = at;
    const tag = TAG.exec(svg);
    if (!tag) return undefined;
    const [text, closed, name, attributes = '', slash] = tag;
    if (closed !== undefined && open.pop()?.name !== closed) return undefined;
    if (name !== undefined) {
      const parent = open.at(-1);
      const element = toElement(name, attributes, parent);
      const isForeign = parent !== undefined && /\sxmlns\s*=/.test(attributes);
      if (isForeign || (root !== undefined && !parent)) return undefined;
      root ??= element;
      parent?.children.push(element);
      if (slash === '') open.push(element);
    }
    at = svg.indexOf('<', at + text.length);
  }
  const namespace = root?.attributes.find((attribute) => attribute.name === 'xmlns')?.value ?? SVG;
  if (!root || open.length > 0 || root.name !== 'svg' || namespace !== SVG) return undefined;
  return { svg, root, sheets: new Map() };
}

const NOWHERE = { start: 0, end: 0 };

function toElement(name: string, text: string, parent: SourceElement | undefined): UnclosedElement {
  const attributes: SourceAttribute[] = [];
  for (const [, key = '', double, single] of text.matchAll(ATTRIBUTE)) {
    const value = (double ?? single ?? '').replace(/[\t\n\r]/g, ' ');
    attributes.push({ ...NOWHERE, name: key, value, valueStart: 0, valueEnd: 0 });
  }
  return { ...NOWHERE, name, attributes, children: [], startTagEnd: 0, ...(parent && { parent }) };
}
