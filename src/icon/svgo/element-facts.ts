import { ShortTextCache } from '../../core/short-text-cache.ts';
import { COLLECTIONS } from './installed-svgo.ts';
import { PASS_BITS } from './pass-bits.ts';
import { sortRank } from './sort-order.ts';

/** Facts that follow from an element's name alone. */
export interface ElementFacts {
  readonly passMask: number;
  /** Bits for an element without children. */
  readonly emptyPassMask: number;
  readonly isShape: boolean;
  /** Names of elements that it may contain. */
  readonly children: ReadonlySet<string>;
  readonly attributes: Map<string, AttributeFacts>;
}

/** Facts that follow from the name of an attribute on an element. */
export interface AttributeFacts {
  readonly element: string;
  readonly name: string;
  readonly passMask: number;
  readonly isPresentation: boolean;
  readonly isColor: boolean;
  /** Default values, which can be omitted. */
  readonly defaults: readonly string[];
  /** Position among the attributes that svgo sorts to the front. */
  readonly rank: number;
  /** Bits of values, cached. */
  readonly values: ShortTextCache<number>;
}

/** Maximum number of cached names, and of cached values per name. */
const MAX_CACHED = 500;

const factsCache = new Map<string, ElementFacts | undefined>();

export function factsOf(name: string): ElementFacts | undefined {
  if (factsCache.has(name)) return factsCache.get(name);
  const entry = Object.hasOwn(COLLECTIONS.elems, name) ? COLLECTIONS.elems[name] : undefined;
  const facts = entry && createElementFacts(name, entry);
  // Unknown elements are not cached, since they can have any name.
  if (facts) factsCache.set(name, facts);
  return facts;
}

const SHAPES: ReadonlySet<string> = COLLECTIONS.elemsGroups.shape as Set<string>;
const RENDERED: ReadonlySet<string> = new Set(['svg', 'g', ...SHAPES]);
const ELEMENT_PASS_MASKS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    metadata: PASS_BITS.removeMetadata,
    desc: PASS_BITS.removeDesc,
    text: PASS_BITS.removeEmptyText,
    tspan: PASS_BITS.removeEmptyText,
    tref: PASS_BITS.removeEmptyText,
    line: PASS_BITS.convertShapeToPath,
    polyline: PASS_BITS.convertShapeToPath,
    polygon: PASS_BITS.convertShapeToPath,
    ellipse: PASS_BITS.convertEllipseToCircle,
    defs:
      PASS_BITS.removeUselessDefs | PASS_BITS.sortDefsChildren | PASS_BITS['iconloom-drop-unused'],
    style: PASS_BITS.removeUselessStrokeAndFill | PASS_BITS.removeUnknownsAndDefaults,
  }),
);

function createElementFacts(name: string, { content, contentGroups }: SvgoElement): ElementFacts {
  let passMask = ELEMENT_PASS_MASKS.get(name) ?? 0;
  if (COLLECTIONS.elemsGroups.nonRendering?.has(name)) {
    passMask |= PASS_BITS.removeUselessDefs | PASS_BITS['iconloom-drop-unused'];
  }
  if (!RENDERED.has(name)) passMask |= PASS_BITS.removeHiddenElems;
  const isContainer = name !== 'svg' && COLLECTIONS.elemsGroups.container?.has(name);
  const groups = [...(contentGroups ?? [])].flatMap((group) => [
    ...(COLLECTIONS.elemsGroups[group] ?? []),
  ]);
  return {
    passMask,
    emptyPassMask: isContainer ? PASS_BITS.removeEmptyContainers : 0,
    isShape: SHAPES.has(name),
    children: new Set([...(content ?? []), ...groups]),
    attributes: new Map(),
  };
}

type SvgoElement = (typeof COLLECTIONS.elems)[string];

const ATTRIBUTE_PASS_MASKS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    id: PASS_BITS['iconloom-drop-unused'],
    'xml:space': PASS_BITS['iconloom-drop-unused'],
    class:
      PASS_BITS['iconloom-drop-unused'] |
      PASS_BITS.removeHiddenElems |
      PASS_BITS.removeUselessStrokeAndFill,
    style:
      PASS_BITS.cleanupEnableBackground |
      PASS_BITS.removeHiddenElems |
      PASS_BITS.removeUselessStrokeAndFill |
      PASS_BITS.removeUnknownsAndDefaults,
    'enable-background': PASS_BITS.cleanupEnableBackground,
    'xml:lang': PASS_BITS.removeDeprecatedAttrs,
    transform: PASS_BITS.convertTransform,
    gradientTransform: PASS_BITS.convertTransform,
    patternTransform: PASS_BITS.convertTransform,
    d: PASS_BITS.convertPathData,
  }),
);

export function createAttributeFacts(
  facts: ElementFacts,
  element: string,
  name: string,
): AttributeFacts {
  const attribute: AttributeFacts = {
    element,
    name,
    rank: sortRank(name),
    values: new ShortTextCache({ entries: MAX_CACHED, length: 24 }),
    passMask: attributePassMask(element, name),
    isPresentation: COLLECTIONS.attrsGroups.presentation?.has(name) ?? false,
    isColor: COLLECTIONS.colorsProps.has(name),
    defaults: defaultsOf(element, name),
  };
  // The cache is limited, since attributes can have any name.
  if (facts.attributes.size < MAX_CACHED) facts.attributes.set(name, attribute);
  return attribute;
}

function defaultsOf(element: string, name: string): string[] {
  const { defaults, attrsGroups } = COLLECTIONS.elems[element] as SvgoElement;
  const tables = [
    defaults,
    ...[...attrsGroups].map((group) => COLLECTIONS.attrsGroupsDefaults[group]),
  ];
  return tables.flatMap((table) => {
    const value = table && Object.hasOwn(table, name) ? table[name] : undefined;
    return value === undefined ? [] : [value];
  });
}

function attributePassMask(element: string, name: string): number {
  const { deprecated, attrsGroups, attrs } = COLLECTIONS.elems[element] as SvgoElement;
  let passMask = ATTRIBUTE_PASS_MASKS.get(name) ?? 0;
  if (name.startsWith('xmlns:'))
    passMask |= PASS_BITS.removeEditorsNSData | PASS_BITS.removeUnusedNS;
  if (deprecated?.safe?.has(name)) passMask |= PASS_BITS.removeDeprecatedAttrs;
  let isAllowed = attrs?.has(name) ?? false;
  for (const group of attrsGroups) {
    if (COLLECTIONS.attrsGroupsDeprecated[group]?.safe?.has(name))
      passMask |= PASS_BITS.removeDeprecatedAttrs;
    isAllowed ||= COLLECTIONS.attrsGroups[group]?.has(name) ?? false;
  }
  if (!isAllowed && name !== 'xmlns') passMask |= PASS_BITS.removeUnknownsAndDefaults;
  if (element === 'g') {
    if (name === 'transform') passMask |= PASS_BITS.moveGroupAttrsToElems;
    if (
      COLLECTIONS.attrsGroups.presentation?.has(name) &&
      !COLLECTIONS.inheritableAttrs.has(name)
    ) {
      passMask |= PASS_BITS.removeNonInheritableGroupAttrs;
    }
  }
  if (SHAPES.has(element) && name.startsWith('fill-'))
    passMask |= PASS_BITS.removeUselessStrokeAndFill;
  return passMask;
}
