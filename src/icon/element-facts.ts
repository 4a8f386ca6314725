import { _collections as svgo } from 'svgo/browser';
import { BITS } from './pass-bits.ts';

/** Facts that follow from an element's name alone. */
export interface ElementFacts {
  readonly bits: number;
  /** Bits for an element without children. */
  readonly emptyBits: number;
  readonly isShape: boolean;
  /** Names of elements that it may contain. */
  readonly children: ReadonlySet<string>;
  readonly attributes: Map<string, AttributeFacts>;
}

/** Facts that follow from the name of an attribute on an element. */
export interface AttributeFacts {
  readonly element: string;
  readonly name: string;
  readonly bits: number;
  readonly isPresentation: boolean;
  readonly isColor: boolean;
  /** Default values, which can be left out. */
  readonly defaults: readonly string[];
  /** Position among the attributes that svgo sorts to the front. */
  readonly rank: number;
  /** Bits of values, cached. */
  readonly values: Map<string, number>;
}

/** Limit of cached names and values of a kind. */
export const MOST = 500;

const known = new Map<string, ElementFacts | undefined>();

export function factsOf(name: string): ElementFacts | undefined {
  if (known.has(name)) return known.get(name);
  const entry = Object.hasOwn(svgo.elems, name) ? svgo.elems[name] : undefined;
  const facts = entry && learnElement(name, entry);
  // What no table knows can be of any name.
  if (facts) known.set(name, facts);
  return facts;
}

const SHAPES: ReadonlySet<string> = svgo.elemsGroups.shape as Set<string>;
const SHOWN: ReadonlySet<string> = new Set(['svg', 'g', ...SHAPES]);
const ELEMENT_BITS: ReadonlyMap<string, number> = new Map(
  Object.entries({
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
  }),
);

function learnElement(name: string, { content, contentGroups }: Known): ElementFacts {
  let bits = ELEMENT_BITS.get(name) ?? 0;
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

const ATTRIBUTE_BITS: ReadonlyMap<string, number> = new Map(
  Object.entries({
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
  }),
);

export function learn(facts: ElementFacts, element: string, name: string): AttributeFacts {
  const attribute: AttributeFacts = {
    ...{ element, name, rank: rankOf(name), values: new Map() },
    bits: bitsOfAttribute(element, name),
    isPresentation: svgo.attrsGroups.presentation?.has(name) ?? false,
    isColor: svgo.colorsProps.has(name),
    defaults: defaultsOf(element, name),
  };
  // Names that no table has can be any, and as many as there are icons.
  if (facts.attributes.size < MOST) facts.attributes.set(name, attribute);
  return attribute;
}

function defaultsOf(element: string, name: string): string[] {
  const { defaults, attrsGroups } = svgo.elems[element] as Known;
  const tables = [defaults, ...[...attrsGroups].map((group) => svgo.attrsGroupsDefaults[group])];
  return tables.flatMap((table) => {
    const value = table && Object.hasOwn(table, name) ? table[name] : undefined;
    return value === undefined ? [] : [value];
  });
}

function bitsOfAttribute(element: string, name: string): number {
  const { deprecated, attrsGroups, attrs } = svgo.elems[element] as Known;
  let bits = ATTRIBUTE_BITS.get(name) ?? 0;
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

/** Default order of svgo's sorting plugin; all other attributes come after these, by name. */
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

type Place = Pick<AttributeFacts, 'rank' | 'name'>;

/** Position that an attribute is sorted to. */
export function placeOf(name: string): Place {
  return { name, rank: rankOf(name) };
}

export function comesAfter(a: Place, b: Place): boolean {
  return a.rank > b.rank || (a.rank === b.rank && a.name > b.name);
}
