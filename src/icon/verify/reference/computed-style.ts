import { MEDIUM } from '../../../svg/font-size.ts';
import { formatNumber } from '../../../svg/numbers.ts';
import { type FontSizes, fontSizeInPx } from './font-lengths.ts';
import type { RankedValue } from './ranked-value.ts';
import { Unsupported } from './unsupported.ts';
import { validValue } from './valid-value.ts';

/** Style of an element: values for its descendants, and its own values. */
export interface ComputedStyle {
  /** Custom properties with variables substituted. */
  readonly custom: ReadonlyMap<string, string>;
  /** Inherited properties that are not at their initial values. */
  readonly inherited: ReadonlyMap<string, string>;
  /** Specified values of the element, with CSS-wide keywords resolved. */
  readonly own: ReadonlyMap<string, OwnValue>;
  readonly fontSizes: FontSizes;
}

/** A specified value of an element. */
export interface OwnValue {
  readonly value: string;
  /** True if it comes from the presentation attribute. */
  readonly isAttribute: boolean;
}

/** Style outside the root. */
export const NO_STYLE: ComputedStyle = {
  custom: new Map(),
  inherited: new Map(),
  own: new Map(),
  fontSizes: { own: MEDIUM, root: MEDIUM },
};

const INITIAL: Readonly<Record<string, string>> = {
  color: '#000',
  'clip-rule': 'nonzero',
  'color-interpolation': 'sRGB',
  'color-interpolation-filters': 'linearRGB',
  fill: '#000',
  'fill-opacity': '1',
  'fill-rule': 'nonzero',
  'font-family': 'serif',
  'font-size': '16px',
  'font-style': 'normal',
  'font-weight': 'normal',
  'image-rendering': 'auto',
  'letter-spacing': 'normal',
  'marker-end': 'none',
  'marker-mid': 'none',
  'marker-start': 'none',
  'paint-order': 'normal',
  'shape-rendering': 'auto',
  stroke: 'none',
  'stroke-dasharray': 'none',
  'stroke-dashoffset': '0',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'stroke-miterlimit': '4',
  'stroke-opacity': '1',
  'stroke-width': '1',
  'text-anchor': 'start',
  'text-rendering': 'auto',
  visibility: 'visible',
  'word-spacing': 'normal',
  'writing-mode': 'horizontal-tb',
};

const OTHER_INHERITED =
  /^(?:font|font-.*|direction|cursor|pointer-events|line-height|white-space|text-align|text-indent|text-transform|color-rendering|color-scheme|dominant-baseline|quotes)$/;

function isInherited(property: string): boolean {
  return Object.hasOwn(INITIAL, property) || OTHER_INHERITED.test(property);
}

/** Value of an inherited property on an element. */
export function inheritedValue({ inherited }: ComputedStyle, property: string): string {
  return inherited.get(property) ?? INITIAL[property] ?? '';
}

/** Computes the style of an element from its cascaded values and the style of its parent. */
export function computeStyle(
  declared: ReadonlyMap<string, RankedValue>,
  around: ComputedStyle,
): ComputedStyle {
  const custom = customProperties(declared, around.custom);
  const inherited = new Map(around.inherited);
  const own = new Map<string, OwnValue>();
  // A later shorthand resets what a longhand set before it.
  const entries = [...declared].filter(([property]) => !property.startsWith('--'));
  for (const [property, ranked] of entries) {
    const found = computedValue(property, ranked, custom, around);
    if (isInherited(property)) {
      if (found === undefined) continue;
      inherited.set(property, found.value);
    }
    if (found !== undefined) own.set(property, found);
  }
  return { custom, inherited, own, fontSizes: fontSizes(own, inherited, around) };
}

/** Computes the font size, and replaces the declared value by it. */
function fontSizes(
  own: Map<string, OwnValue>,
  inherited: Map<string, string>,
  around: ComputedStyle,
): FontSizes {
  const declared = own.get('font-size');
  if (!declared && around !== NO_STYLE) return around.fontSizes;
  const px = declared ? fontSizeInPx(declared.value, around.fontSizes) : MEDIUM;
  const value = `${formatNumber(px)}px`;
  own.set('font-size', { value, isAttribute: true });
  inherited.set('font-size', value);
  return { own: px, root: around === NO_STYLE ? px : around.fontSizes.root };
}

/** Computes a value; `undefined` if the property is inherited or has its initial value. */
function computedValue(
  property: string,
  { value, attribute, isAttribute }: RankedValue,
  custom: ReadonlyMap<string, string>,
  around: ComputedStyle,
): OwnValue | undefined {
  let text: string | undefined = value;
  if (/var\(/i.test(value)) {
    const put = substitute(value, custom, []);
    // Invalid at computed-value time: same as `unset`. Source: CSS Variables 1, 3.1.
    text = put === undefined ? undefined : validOf(property, put, isAttribute);
    if (text === undefined) return undefined;
  }
  const keyword = text.trim().toLowerCase();
  if (keyword === 'revert-layer' && attribute !== undefined) {
    return computedValue(
      property,
      { value: attribute, isAttribute: true, rank: [] },
      custom,
      around,
    );
  }
  if (/^(?:unset|revert|revert-layer)$/.test(keyword)) return undefined;
  if (keyword === 'inherit') {
    if (isInherited(property)) return undefined;
    // Browsers set `hidden` on some elements by default, which is not inherited.
    const initial = property === 'overflow' ? { value: 'visible', isAttribute } : undefined;
    return around.own.get(property) ?? initial;
  }
  if (keyword === 'initial') {
    const initial = INITIAL[property];
    return initial === undefined ? undefined : { value: initial, isAttribute: false };
  }
  return { value: text, isAttribute };
}

function validOf(property: string, text: string, isAttribute: boolean): string | undefined {
  if (/^background/.test(property)) return text;
  return validValue(property, text, isAttribute ? 'attribute' : 'declaration');
}

function customProperties(
  declared: ReadonlyMap<string, RankedValue>,
  around: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const own = [...declared].filter(([property]) => property.startsWith('--'));
  if (own.length === 0) return around;
  const raw = new Map(around);
  for (const [name, { value }] of own) {
    const keyword = value.trim().toLowerCase();
    if (/^(?:inherit|unset|revert|revert-layer)$/.test(keyword)) continue;
    if (keyword === 'initial') raw.delete(name);
    else raw.set(name, value);
  }
  const resolved = new Map(raw);
  for (const [name] of own) {
    const value = raw.get(name);
    const text = value === undefined ? undefined : substitute(value, raw, [name]);
    if (text === undefined) resolved.delete(name);
    else resolved.set(name, text);
  }
  return resolved;
}

/** Longest value after substitution of variables. */
const LONGEST = 100_000;

/**
 * Substitutes variables; `undefined` if one is missing without a fallback, or is cyclic.
 * Source: CSS Variables 1, 3.
 */
function substitute(
  value: string,
  custom: ReadonlyMap<string, string>,
  path: readonly string[],
): string | undefined {
  if (path.length > 50) throw new Unsupported('its variables lead too far');
  let text = '';
  let at = 0;
  for (;;) {
    const start = value.slice(at).search(/(?<![-\w])var\(/i);
    if (start < 0) break;
    const open = at + start + 4;
    const close = closingAt(value, open);
    if (close === undefined) return undefined;
    const [, name = '', fallback] =
      /^\s*(--[^\s,]+)\s*(?:,([\s\S]*))?$/.exec(value.slice(open, close)) ?? [];
    const known = path.includes(name) ? undefined : custom.get(name);
    const found = known === undefined ? undefined : substitute(known, custom, [...path, name]);
    const put = found ?? (fallback === undefined ? undefined : substitute(fallback, custom, path));
    if (put === undefined) return undefined;
    text += `${value.slice(at, at + start)} ${put} `;
    at = close + 1;
    if (text.length > LONGEST) throw new Unsupported('its variables stand for too much text');
  }
  return text + value.slice(at);
}

/** Index of the closing parenthesis for an opening one before `from`. */
function closingAt(text: string, from: number): number | undefined {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '(') depth += 1;
    else if (text[at] === ')' && --depth === 0) return at;
  }
  return undefined;
}
