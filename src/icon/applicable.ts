import type { XastElement, XastParent, XastRoot } from 'svgo';
import { _collections as svgo } from 'svgo/browser';
import { mayRefer } from './references.ts';

/** Passes that can be told to have nothing to do. */
const NAMES = [
  'iconloom-drop-unused',
  'iconloom-drop-unpainted',
  'removeDoctype',
  'removeXMLProcInst',
  'removeComments',
  'removeDeprecatedAttrs',
  'removeMetadata',
  'removeEditorsNSData',
  'cleanupAttrs',
  'removeUselessDefs',
  'cleanupNumericValues',
  'convertColors',
  'removeUnknownsAndDefaults',
  'removeNonInheritableGroupAttrs',
  'removeUselessStrokeAndFill',
  'cleanupEnableBackground',
  'removeHiddenElems',
  'removeEmptyText',
  'convertShapeToPath',
  'convertEllipseToCircle',
  'moveElemsAttrsToGroup',
  'moveGroupAttrsToElems',
  'collapseGroups',
  'convertPathData',
  'convertTransform',
  'removeEmptyAttrs',
  'removeEmptyContainers',
  'mergePaths',
  'removeUnusedNS',
  'sortAttrs',
  'sortDefsChildren',
  'removeDesc',
] as const;

/** A bit for each of them, by name. */
export const BITS: Readonly<Record<(typeof NAMES)[number], number>> = Object.fromEntries(
  NAMES.map((name, index) => [name, 1 << index]),
) as Record<(typeof NAMES)[number], number>;

/** Of those, the ones that have nothing to do whatever their options are. */
export const OF_ANY_OPTIONS: ReadonlySet<string> = new Set(['convertPathData', 'mergePaths']);

/**
 * Whether no other pass of a round has more to do after this one than before: it takes elements
 * away, orders what is there, or writes path data anew, and moves no transform into it.
 */
export function leavesAsMuch(name: string, bits: number): boolean {
  if (name === 'convertPathData') return (bits & BITS.convertTransform) === 0;
  return name === 'mergePaths' || name === 'sortAttrs' || name === 'sortDefsChildren';
}

const ALL = ~0;

/**
 * The passes that may have something to do in a drawing, as bits: told from names and attributes in
 * one walk, in a fraction of the time of one pass. A bit is missing only where the plugin, as
 * written in svgo 4.1 and with its default options, cannot change the drawing.
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

/** What follows from several attributes of a shape. */
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

/** What an element's name alone says. */
interface ElementFacts {
  readonly bits: number;
  /** Where it has no children. */
  readonly emptyBits: number;
  readonly isShape: boolean;
  /** What may stand in it. */
  readonly children: ReadonlySet<string>;
  readonly attributes: Map<string, AttributeFacts>;
}

/** What the name of an attribute on an element says. */
interface AttributeFacts {
  readonly element: string;
  readonly name: string;
  readonly bits: number;
  readonly isPresentation: boolean;
  /** Its place among the attributes that svgo puts in front. */
  readonly rank: number;
  /** Bits of values that were met. */
  readonly values: Map<string, number>;
}

const known = new Map<string, ElementFacts | undefined>();

function factsOf(name: string): ElementFacts | undefined {
  if (known.has(name)) return known.get(name);
  const entry = Object.hasOwn(svgo.elems, name) ? svgo.elems[name] : undefined;
  const facts = entry && learnElement(name, entry);
  // What no table knows can be of any name.
  if (facts) known.set(name, facts);
  return facts;
}

const SHAPES: ReadonlySet<string> = svgo.elemsGroups.shape as Set<string>;
const SHOWN: ReadonlySet<string> = new Set(['svg', 'g', ...SHAPES]);
const ELEMENT_BITS: Readonly<Record<string, number>> = {
  metadata: BITS.removeMetadata,
  desc: BITS.removeDesc,
  text: BITS.removeEmptyText,
  tspan: BITS.removeEmptyText,
  tref: BITS.removeEmptyText,
  line: BITS.convertShapeToPath,
  polyline: BITS.convertShapeToPath,
  polygon: BITS.convertShapeToPath,
  ellipse: BITS.convertEllipseToCircle,
  defs: BITS.removeUselessDefs | BITS.sortDefsChildren | BITS['iconloom-drop-unused'],
  style: BITS.removeUselessStrokeAndFill | BITS.removeUnknownsAndDefaults,
};

function learnElement(name: string, { content, contentGroups }: Known): ElementFacts {
  let bits = ELEMENT_BITS[name] ?? 0;
  if (svgo.elemsGroups.nonRendering?.has(name)) {
    bits |= BITS.removeUselessDefs | BITS['iconloom-drop-unused'];
  }
  if (!SHOWN.has(name)) bits |= BITS.removeHiddenElems;
  const isContainer = name !== 'svg' && svgo.elemsGroups.container?.has(name);
  const groups = [...(contentGroups ?? [])].flatMap((group) => [
    ...(svgo.elemsGroups[group] ?? []),
  ]);
  return {
    bits,
    emptyBits: isContainer ? BITS.removeEmptyContainers : 0,
    isShape: SHAPES.has(name),
    children: new Set([...(content ?? []), ...groups]),
    attributes: new Map(),
  };
}

type Known = (typeof svgo.elems)[string];

const ATTRIBUTE_BITS: Readonly<Record<string, number>> = {
  id: BITS['iconloom-drop-unused'],
  class: BITS['iconloom-drop-unused'] | BITS.removeHiddenElems | BITS.removeUselessStrokeAndFill,
  style:
    BITS.cleanupEnableBackground |
    BITS.removeHiddenElems |
    BITS.removeUselessStrokeAndFill |
    BITS.removeUnknownsAndDefaults,
  'enable-background': BITS.cleanupEnableBackground,
  'xml:lang': BITS.removeDeprecatedAttrs,
  transform: BITS.convertTransform,
  gradientTransform: BITS.convertTransform,
  patternTransform: BITS.convertTransform,
  d: BITS.convertPathData,
};

function learn(facts: ElementFacts, element: string, name: string): AttributeFacts {
  const attribute = {
    ...{ element, name, rank: rankOf(name), values: new Map() },
    bits: bitsOfAttribute(element, name),
    isPresentation: svgo.attrsGroups.presentation?.has(name) ?? false,
  };
  // Names that no table has can be any, and as many as there are drawings.
  if (facts.attributes.size < MOST) facts.attributes.set(name, attribute);
  return attribute;
}

function bitsOfAttribute(element: string, name: string): number {
  const { deprecated, attrsGroups, attrs } = svgo.elems[element] as Known;
  let bits = ATTRIBUTE_BITS[name] ?? 0;
  if (name.startsWith('xmlns:')) bits |= BITS.removeEditorsNSData | BITS.removeUnusedNS;
  if (deprecated?.safe?.has(name)) bits |= BITS.removeDeprecatedAttrs;
  let isAllowed = attrs?.has(name) ?? false;
  for (const group of attrsGroups) {
    if (svgo.attrsGroupsDeprecated[group]?.safe?.has(name)) bits |= BITS.removeDeprecatedAttrs;
    isAllowed ||= svgo.attrsGroups[group]?.has(name) ?? false;
  }
  if (!isAllowed && name !== 'xmlns') bits |= BITS.removeUnknownsAndDefaults;
  if (element === 'g') {
    if (name === 'transform') bits |= BITS.moveGroupAttrsToElems;
    if (svgo.attrsGroups.presentation?.has(name) && !svgo.inheritableAttrs.has(name)) {
      bits |= BITS.removeNonInheritableGroupAttrs;
    }
  }
  if (SHAPES.has(element) && name.startsWith('fill-')) bits |= BITS.removeUselessStrokeAndFill;
  return bits;
}

/** Most names and values that are remembered of a kind. */
const MOST = 500;
/** Longest value that is likely to be met again. */
const LONGEST = 24;

function bitsOfValue(facts: AttributeFacts, value: string): number {
  if (value.length > LONGEST) return judge(facts, value);
  const met = facts.values.get(value);
  if (met !== undefined) return met;
  const bits = judge(facts, value);
  if (facts.values.size < MOST) facts.values.set(value, bits);
  return bits;
}

/** As the regular expressions of svgo's plugins have them, but for what needs no care. */
const UNTIDY = /\n|^\s|\s$|\s\s/;
const NUMERIC = /^[-+]?\d*\.?\d+(?:e[-+]?\d+)?(?:px|pt|pc|mm|cm|m|in|ft|em|ex|%)?$/i;
/** What rounding to any number of digits leaves as it is. */
const WHOLE = /^(?:0|-?[1-9]\d{0,14})$/;
const WHOLE_BOX = /^(?:(?:0|-?[1-9]\d{0,14})(?: (?!$)|$)){4}$/;
const HEX_COLOR = /^#[\da-f]{3}$/;

function judge({ element, name }: AttributeFacts, value: string): number {
  let bits = 0;
  if (value === '') bits |= BITS.removeEmptyAttrs;
  if (UNTIDY.test(value)) bits |= BITS.cleanupAttrs;
  if (name === 'viewBox' ? !WHOLE_BOX.test(value) : NUMERIC.test(value) && !WHOLE.test(value)) {
    bits |= BITS.cleanupNumericValues;
  }
  if (svgo.colorsProps.has(name) && !isPlainColor(value)) bits |= BITS.convertColors;
  if (mayRefer(name, value) && !/^#[\da-f]+$/i.test(value)) bits |= BITS['iconloom-drop-unused'];
  if (isDefault(element, name, value)) bits |= BITS.removeUnknownsAndDefaults;
  if (value === '0') bits |= ZERO_BITS[name] ?? 0;
  if (value === 'hidden' || value === 'none') bits |= NONE_BITS[name] ?? 0;
  // On a root it is usual where shapes have strokes.
  if (name === 'fill' && value === 'none' && element !== 'svg') {
    bits |= BITS['iconloom-drop-unpainted'];
  }
  return bits;
}

function isPlainColor(value: string): boolean {
  if (value === 'none' || value === 'currentColor') return true;
  return HEX_COLOR.test(value) && svgo.colorsShortNames[value] === undefined;
}

function isDefault(element: string, name: string, value: string): boolean {
  const { defaults, attrsGroups } = svgo.elems[element] as Known;
  if (defaults?.[name] === value) return true;
  return [...attrsGroups].some((group) => svgo.attrsGroupsDefaults[group]?.[name] === value);
}

const ZERO_BITS: Readonly<Record<string, number>> = {
  r: BITS.removeHiddenElems,
  rx: BITS.removeHiddenElems,
  ry: BITS.removeHiddenElems,
  width: BITS.removeHiddenElems,
  height: BITS.removeHiddenElems,
  opacity: BITS.removeHiddenElems,
  'stroke-width': BITS.removeUselessStrokeAndFill,
  'stroke-opacity': BITS.removeUselessStrokeAndFill,
  'fill-opacity': BITS.removeUselessStrokeAndFill,
};
const NONE_BITS: Readonly<Record<string, number>> = {
  visibility: BITS.removeHiddenElems,
  display: BITS.removeHiddenElems,
  stroke: BITS['iconloom-drop-unpainted'],
};

/** As the pass for sorting has them by default; all others come after them, by name. */
const ORDER: readonly string[] = [
  ...['id', 'width', 'height', 'x', 'x1', 'x2', 'y', 'y1', 'y2', 'cx', 'cy', 'r'],
  ...['fill', 'stroke', 'marker', 'd', 'points'],
];

function rankOf(name: string): number {
  if (name === 'xmlns') return -3;
  if (name.startsWith('xmlns:')) return -2;
  if (name.includes(':')) return -1;
  const place = ORDER.indexOf(name.split('-')[0] as string);
  return place < 0 ? ORDER.length : place;
}

function comesAfter(a: AttributeFacts, b: AttributeFacts): boolean {
  return a.rank > b.rank || (a.rank === b.rank && a.name > b.name);
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
