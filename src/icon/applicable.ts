import type { XastElement, XastParent, XastRoot } from 'svgo';
import { type AttributeFacts, comesAfter, factsOf, learn } from './element-facts.ts';
import { BITS } from './pass-bits.ts';
import { bitsOfValue } from './value-facts.ts';

const ALL = ~0;

/**
 * Finds the passes that may have something to do, as a bit mask, from names and attributes in one
 * walk: in a fraction of the time of one pass. A bit is unset only if the plugin, as written in
 * svgo 4.1 and with its default options, cannot change the icon.
 */
export function applicable(root: XastRoot): number {
  return lookInto(root, []);
}

type Attributes = XastElement['attributes'];

/** @param above attributes of the elements around, outermost first */
function lookInto(parent: XastParent, above: readonly Attributes[]): number {
  let bits = 0;
  let before: XastElement | undefined;
  const around = parent.type === 'element' ? [...above, parent.attributes] : above;
  for (const child of parent.children) {
    if (child.type !== 'element') {
      bits |= NODE_BITS[child.type] ?? 0;
      before = undefined;
      continue;
    }
    bits |= lookAt(child, parent, around);
    if (child.children.length > 0) bits |= lookInto(child, around);
    if (before && mayMerge(before, child)) bits |= BITS.mergePaths;
    before = child;
  }
  return bits;
}

const NODE_BITS: Readonly<Record<string, number>> = {
  doctype: BITS.removeDoctype,
  instruction: BITS.removeXMLProcInst | BITS.removeUnknownsAndDefaults,
  comment: BITS.removeComments,
};

function lookAt(element: XastElement, parent: XastParent, around: readonly Attributes[]): number {
  const { name, attributes, children } = element;
  const facts = factsOf(name);
  if (!facts) return ALL;
  let bits = facts.bits;
  if (parent.type === 'element' && !factsOf(parent.name)?.children.has(name)) {
    bits |= BITS.removeUnknownsAndDefaults;
  }
  let last: AttributeFacts | undefined;
  for (const key in attributes) {
    const value = attributes[key] as string;
    const attribute = facts.attributes.get(key) ?? learn(facts, name, key);
    bits |= attribute.bits | bitsOfValue(attribute, value);
    if (last && comesAfter(last, attribute)) bits |= BITS.sortAttrs;
    if (attribute.isPresentation) {
      for (const outer of around) {
        if (outer[key] === value) bits |= BITS.removeUnknownsAndDefaults;
      }
    }
    last = attribute;
  }
  if (name === 'svg' && attributes.fill === 'none' && !isStroked(attributes)) {
    bits |= BITS['iconloom-drop-unpainted'];
  }
  if (facts.isShape) bits |= bitsOfShape(name, attributes);
  else if (children.length === 0) bits |= facts.emptyBits;
  else if (name === 'g') {
    bits |= BITS.collapseGroups;
    if (children.length > 1) bits |= BITS.moveElemsAttrsToGroup;
  }
  return bits;
}

function isStroked({ stroke }: Attributes): boolean {
  return stroke !== undefined && stroke !== 'none' && stroke !== 'inherit';
}

/** Paths with the same attributes, which stand side by side. */
function mayMerge(a: XastElement, b: XastElement): boolean {
  if (a.name !== 'path' || b.name !== 'path') return false;
  let more = 0;
  for (const name in a.attributes) {
    if (name !== 'd' && a.attributes[name] !== b.attributes[name]) return false;
    more += 1;
  }
  for (const _ in b.attributes) more -= 1;
  return more === 0;
}

/** Bits that depend on several attributes of a shape. */
function bitsOfShape(name: string, attributes: Attributes): number {
  let bits = 0;
  const { stroke, d, points } = attributes;
  if (stroke === undefined || stroke === 'none') {
    for (const key in attributes) {
      if (key.startsWith('stroke')) bits |= BITS.removeUselessStrokeAndFill;
    }
  }
  if (name === 'path' ? d === undefined || !TWO_COMMANDS.test(d) : isPointless(name, points)) {
    bits |= BITS.removeHiddenElems;
  }
  if (name === 'rect' && attributes.rx === undefined && attributes.ry === undefined) {
    bits |= BITS.convertShapeToPath;
  }
  return bits;
}

function isPointless(name: string, points: string | undefined): boolean {
  return points === undefined && (name === 'polygon' || name === 'polyline');
}

let group = 0;
/** Reads a whole number and never gives a digit back, as the parser of paths does. */
function number(): string {
  group += 1;
  return `(?=(?<n${group}>[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:e[-+]?\\d+)?))\\k<n${group}>`;
}
const numbers = (count: number) => Array.from({ length: count }, number).join(String.raw`\s*,?\s*`);
const ARC_FLAGS = String.raw`\s*,?\s*[01]\s*,?\s*[01]\s*,?\s*`;

/** A path that moves somewhere and does one thing there; so it is not empty, nor a single point. */
const TWO_COMMANDS = new RegExp(
  String.raw`^\s*m\s*${numbers(2)}\s*(?:z|,?\s*${numbers(2)}|[hv]\s*${number()}|[lmt]\s*${numbers(2)}|[qs]\s*${numbers(4)}|c\s*${numbers(6)}|a\s*${numbers(3)}${ARC_FLAGS}${numbers(2)})`,
  'i',
);
