import { MEDIUM_FONT_SIZE } from '../../../svg/font-size.ts';
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
  readonly specified: ReadonlyMap<string, SpecifiedValue>;
  readonly fontSizes: FontSizes;
}

/** A specified value of an element. */
export interface SpecifiedValue {
  readonly value: string;
  /** True if it comes from the presentation attribute. */
  readonly isAttribute: boolean;
}

/** Style outside the root. */
export const INITIAL_STYLE: ComputedStyle = {
  custom: new Map(),
  inherited: new Map(),
  specified: new Map(),
  fontSizes: { own: MEDIUM_FONT_SIZE, root: MEDIUM_FONT_SIZE },
};

const INITIAL_VALUES: Readonly<Record<string, string>> = {
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
  return Object.hasOwn(INITIAL_VALUES, property) || OTHER_INHERITED.test(property);
}

/** Value of an inherited property on an element. */
export function inheritedValue({ inherited }: ComputedStyle, property: string): string {
  return inherited.get(property) ?? INITIAL_VALUES[property] ?? '';
}

/** Computes the style of an element from its cascaded values and the style of its parent. */
export function computeStyle(
  cascaded: ReadonlyMap<string, RankedValue>,
  parent: ComputedStyle,
): ComputedStyle {
  const custom = customProperties(cascaded, parent.custom);
  const inherited = new Map(parent.inherited);
  const specified = new Map<string, SpecifiedValue>();
  // A later shorthand resets what a longhand set before it.
  const entries = [...cascaded].filter(([property]) => !property.startsWith('--'));
  for (const [property, ranked] of entries) {
    const computed = computedValue(property, ranked, custom, parent);
    if (isInherited(property)) {
      if (computed === undefined) continue;
      inherited.set(property, computed.value);
    }
    if (computed !== undefined) specified.set(property, computed);
  }
  return { custom, inherited, specified, fontSizes: fontSizes(specified, inherited, parent) };
}

/** Computes the font size, and replaces the declared value by it. */
function fontSizes(
  specified: Map<string, SpecifiedValue>,
  inherited: Map<string, string>,
  parent: ComputedStyle,
): FontSizes {
  const fontSize = specified.get('font-size');
  if (!fontSize && parent !== INITIAL_STYLE) return parent.fontSizes;
  const px = fontSize ? fontSizeInPx(fontSize.value, parent.fontSizes) : MEDIUM_FONT_SIZE;
  const value = `${formatNumber(px)}px`;
  specified.set('font-size', { value, isAttribute: true });
  inherited.set('font-size', value);
  return { own: px, root: parent === INITIAL_STYLE ? px : parent.fontSizes.root };
}

/** Computes a value; `undefined` if the property is inherited or has its initial value. */
function computedValue(
  property: string,
  { value, attribute, isAttribute }: RankedValue,
  custom: ReadonlyMap<string, string>,
  parent: ComputedStyle,
): SpecifiedValue | undefined {
  let text: string | undefined = value;
  if (/var\(/i.test(value)) {
    const substituted = substitute(value, custom, []);
    // Invalid at computed-value time: same as `unset`. Source: CSS Variables 1, 3.1.
    text = substituted === undefined ? undefined : validate(property, substituted, isAttribute);
    if (text === undefined) return undefined;
  }
  const keyword = text.trim().toLowerCase();
  if (keyword === 'revert-layer' && attribute !== undefined) {
    return computedValue(
      property,
      { value: attribute, isAttribute: true, rank: [] },
      custom,
      parent,
    );
  }
  if (/^(?:unset|revert|revert-layer)$/.test(keyword)) return undefined;
  if (keyword === 'inherit') {
    if (isInherited(property)) return undefined;
    // Browsers set `hidden` on some elements by default, which is not inherited.
    const initial = property === 'overflow' ? { value: 'visible', isAttribute } : undefined;
    return parent.specified.get(property) ?? initial;
  }
  if (keyword === 'initial') {
    const initial = INITIAL_VALUES[property];
    return initial === undefined ? undefined : { value: initial, isAttribute: false };
  }
  return { value: text, isAttribute };
}

function validate(property: string, text: string, isAttribute: boolean): string | undefined {
  if (/^background/.test(property)) return text;
  return validValue(property, text, isAttribute ? 'attribute' : 'declaration');
}

function customProperties(
  cascaded: ReadonlyMap<string, RankedValue>,
  parent: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const customEntries = [...cascaded].filter(([property]) => property.startsWith('--'));
  if (customEntries.length === 0) return parent;
  const raw = new Map(parent);
  for (const [name, { value }] of customEntries) {
    const keyword = value.trim().toLowerCase();
    if (/^(?:inherit|unset|revert|revert-layer)$/.test(keyword)) continue;
    if (keyword === 'initial') raw.delete(name);
    else raw.set(name, value);
  }
  const resolved = new Map(raw);
  for (const [name] of customEntries) {
    const value = raw.get(name);
    const text = value === undefined ? undefined : substitute(value, raw, [name]);
    if (text === undefined) resolved.delete(name);
    else resolved.set(name, text);
  }
  return resolved;
}

/** Longest value after substitution of variables. */
const MAX_LENGTH = 100_000;

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
    const close = findClosingParenthesis(value, open);
    if (close === undefined) return undefined;
    const [, name = '', fallback] =
      /^\s*(--[^\s,]+)\s*(?:,([\s\S]*))?$/.exec(value.slice(open, close)) ?? [];
    const variableValue = path.includes(name) ? undefined : custom.get(name);
    const expanded =
      variableValue === undefined ? undefined : substitute(variableValue, custom, [...path, name]);
    const replacement =
      expanded ?? (fallback === undefined ? undefined : substitute(fallback, custom, path));
    if (replacement === undefined) return undefined;
    text += `${value.slice(at, at + start)} ${replacement} `;
    at = close + 1;
    if (text.length > MAX_LENGTH) throw new Unsupported('its variables stand for too much text');
  }
  return text + value.slice(at);
}

/** Index of the closing parenthesis for an opening one before `from`. */
function findClosingParenthesis(text: string, from: number): number | undefined {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '(') depth += 1;
    else if (text[at] === ')' && --depth === 0) return at;
  }
  return undefined;
}
