import type { XastElement, XastRoot } from 'svgo';
import { ShortTextCache } from '../../core/short-text-cache.ts';
import { ANIMATIONS, DEFINITIONS } from '../../svg/elements.ts';
import { mayEndInUnit } from '../../svg/length.ts';
import { elements, svgElement } from '../tree.ts';

type Trait =
  | 'style'
  | 'animation'
  | 'definition'
  | 'text'
  | 'otherElement'
  | 'id'
  | 'class'
  | 'reference'
  | 'color'
  | 'font'
  | 'filter'
  | 'transformOrigin'
  | 'rootEffect'
  | 'keywordOrFunction'
  | 'unit'
  | 'percentage'
  | 'bracket'
  | 'effectColor';

/**
 * Traits of a clean tree by which passes are skipped: a bit for each kind of content that some pass
 * looks for. Most icons have none.
 */
export const TRAITS: Readonly<Record<Trait, number>> = {
  /** A `style` attribute. */
  style: 1 << 0,
  /** An element that is not a shape, a group or the root, by kind. */
  animation: 1 << 1,
  definition: 1 << 2,
  text: 1 << 3,
  otherElement: 1 << 4,
  id: 1 << 5,
  class: 1 << 6,
  /** A value that may refer to an id. */
  reference: 1 << 7,
  color: 1 << 8,
  font: 1 << 9,
  filter: 1 << 10,
  transformOrigin: 1 << 11,
  /** An attribute of the root that is not inherited and acts on the whole icon. */
  rootEffect: 1 << 12,
  /** A CSS-wide keyword, a function or a context paint. */
  keywordOrFunction: 1 << 13,
  /** A value that may end in a unit. */
  unit: 1 << 14,
  percentage: 1 << 15,
  /** A bracket, which template languages look for. */
  bracket: 1 << 16,
  /** A color that is no paint. */
  effectColor: 1 << 17,
};

const ALL = ~0;

/** Finds the traits of a tree that was sanitized, in one walk. A bit too many does no harm. */
export function treeTraits(root: XastRoot): number {
  const svg = svgElement(root);
  let traits = 0;
  for (const element of elements(root)) {
    // Rules may set any property.
    if (element.name === 'style') return ALL;
    traits |= elementTraits(element.name) | attributeTraits(element, element === svg);
  }
  return traits;
}

const PLAIN_ELEMENTS: ReadonlySet<string> = new Set([
  ...['svg', 'g', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon'],
]);

function elementTraits(name: string): number {
  if (PLAIN_ELEMENTS.has(name)) return 0;
  if (ANIMATIONS.has(name)) return TRAITS.animation;
  if (DEFINITIONS.has(name)) return TRAITS.definition;
  return name === 'text' ? TRAITS.text | TRAITS.otherElement : TRAITS.otherElement;
}

/** Traits of an attribute of any value, and those that its value can have. */
interface NameTraits {
  readonly own: number;
  readonly ofValues: number;
}

function attributeTraits({ attributes }: XastElement, isRoot: boolean): number {
  let traits = 0;
  for (const name in attributes) {
    const { own, ofValues } = nameCache.get(name) ?? nameTraits(name);
    traits |= own;
    if (ofValues === 0) continue;
    const value = attributes[name] as string;
    const found = valueCache.get(value) ?? valueCache.set(value, valueTraits(value));
    traits |= found & (isRoot && ROOT_BOX.has(name) ? ofValues & ~TRAITS.unit : ofValues);
    if (isRoot && ROOT_EFFECTS.has(name)) traits |= TRAITS.rootEffect;
  }
  return traits;
}

/** Attributes of the root that place it in a page; no icon keeps them. */
const ROOT_BOX: ReadonlySet<string> = new Set(['width', 'height', 'x', 'y']);

/**
 * Root attributes that apply to the icon as a whole and are not inherited. Browsers apply them to
 * `<svg>` but not reliably to `<symbol>`.
 */
export const ROOT_EFFECTS: ReadonlySet<string> = new Set([
  ...['clip-path', 'display', 'filter', 'mask', 'opacity', 'transform', 'transform-origin'],
]);

const OWN_TRAITS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    style: TRAITS.style | TRAITS.bracket,
    id: TRAITS.id,
    class: TRAITS.class,
    href: TRAITS.reference,
    begin: TRAITS.reference,
    end: TRAITS.reference,
    color: TRAITS.color,
    filter: TRAITS.filter,
    'transform-origin': TRAITS.transformOrigin,
    'stop-color': TRAITS.effectColor,
    'flood-color': TRAITS.effectColor,
    'lighting-color': TRAITS.effectColor,
  }),
);

/** Attributes of numbers and letters, which may be long. */
const WITHOUT_TRAITS: ReadonlySet<string> = new Set(['d', 'points', 'viewBox', 'xmlns']);
const FUNCTIONS = /ransform$/;

function nameTraits(name: string): NameTraits {
  const own = (OWN_TRAITS.get(name) ?? 0) | (name.startsWith('font') ? TRAITS.font : 0);
  let ofValues = WITHOUT_TRAITS.has(name) ? 0 : ALL;
  if (FUNCTIONS.test(name)) ofValues &= ~(TRAITS.keywordOrFunction | TRAITS.unit);
  const traits = { own, ofValues };
  // An icon of unknown origin can have any name.
  if (nameCache.size < MAX_NAMES) nameCache.set(name, traits);
  return traits;
}

const MAX_NAMES = 500;
const nameCache = new Map<string, NameTraits>();
const valueCache = new ShortTextCache<number>({ entries: 2000, length: 40 });

const KEYWORD_OR_FUNCTION =
  /\(|^\s*(?:inherit|initial|unset|revert|revert-layer|context-(?:fill|stroke))\s*$/i;
const HEX_COLOR = /^#[\da-f]+$/i;
const BRACKET = /[{}[\]<>]/;

function valueTraits(value: string): number {
  let traits = 0;
  if (value.includes('#') && !HEX_COLOR.test(value)) traits |= TRAITS.reference;
  if (value.includes('%')) traits |= TRAITS.percentage;
  if (KEYWORD_OR_FUNCTION.test(value)) traits |= TRAITS.keywordOrFunction;
  if (mayEndInUnit(value) && /\d/.test(value)) traits |= TRAITS.unit;
  if (BRACKET.test(value)) traits |= TRAITS.bracket;
  return traits;
}
