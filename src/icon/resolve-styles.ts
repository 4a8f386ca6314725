import type { XastChild, XastElement, XastParent, XastRoot } from 'svgo';
import type { Limits } from '../core/types.ts';
import { attributeFor } from '../svg/css/attribute-for.ts';
import { readStyleAttribute } from '../svg/css/style-attribute.ts';
import { type StyleEntry, writeStyle } from '../svg/css/style-text.ts';
import { parseValue } from '../svg/css/values.ts';
import {
  applyStaticRules,
  compare,
  type Declared,
  declare,
  declaredValue,
  INVALID,
  rankOfStyleAttribute,
} from './cascade.ts';
import { OverLimit } from './limits.ts';
import { noteRemoved, type Removed } from './removed.ts';
import { elements, ownText } from './tree.ts';

type Values = ReadonlyMap<string, string>;
/** Limits for custom properties that refer to each other: a few lines can expand to gigabytes. */
type Bounds = Pick<Limits, 'depth' | 'value'>;

/**
 * Turns the rules of `<style>` elements into attributes: an external sprite's style sheet is
 * ignored by Firefox and WebKit, and an inlined one's reaches the whole page.
 *
 * Where all rules hold always, the style sheet goes; properties without an attribute go to `style`.
 * Where some hold at times only (media queries, states, animations), the style sheet stays whole,
 * and the attributes, which it outranks, are what shows where it is ignored.
 *
 * `<style>.a{fill:red}</style><path class="a" fill="blue"/>` → `<path fill="red"/>`
 *
 * @returns what was left out of rules that are now attributes
 */
export function resolveStyles(root: XastRoot, bounds: Bounds): Removed {
  const sheets = [...elements(root)].filter(({ name }) => name === 'style');
  if (sheets.length === 0) return NOTHING;
  const { declarations, isRestDynamic, apart, removed } = applyStaticRules(root, sheets.map(cssOf));
  const hasMedia = sheets.some(({ attributes }) => !isForAll(attributes.media));
  const keepsSheets = isRestDynamic || hasMedia;

  const visit = (parent: XastParent, inherited: Values): void => {
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      // An attribute would show in what a `<use>` draws, too, where the rule does not match.
      const isApart = keepsSheets && apart.has(child);
      const declared =
        (isApart ? undefined : declarations.get(child)) ?? new Map<string, Declared>();
      if (!keepsSheets) takeStyleAttribute(child, declared, removed);
      const values = customProperties(declared, inherited, bounds);
      write(child, declared, values, keepsSheets, bounds);
      visit(child, values);
    }
  };
  visit(root, new Map());
  if (keepsSheets) return NOTHING;
  removeSheets(root);
  return removed;
}

const NOTHING: Removed = { outside: [], unknown: [] };

function cssOf(style: XastElement): string {
  const type = style.attributes.type ?? '';
  const isCss = type === '' || type.toLowerCase() === 'text/css';
  return isCss && isForAll(style.attributes.media) ? ownText(style) : '';
}

function isForAll(media: string | undefined): boolean {
  return media === undefined || /^\s*(all)?\s*$/i.test(media);
}

function takeStyleAttribute(
  element: XastElement,
  declared: Map<string, Declared>,
  removed: Removed,
): void {
  const { style, ...rest } = element.attributes;
  if (style === undefined) return;
  element.attributes = rest;
  for (const { property, value: text, isImportant } of readStyleAttribute(style)) {
    const parsed = parseValue(property, text, 'declaration');
    noteRemoved(removed, parsed, `in style on <${element.name}>`);
    const value = declaredValue(property, text, parsed);
    if (value === undefined) continue;
    declare(declared, property, { value, rank: rankOfStyleAttribute(isImportant) });
  }
}

/**
 * Custom properties are inherited: those of the parents, and the element's own over them, with
 * what they refer to put in where they are defined.
 */
function customProperties(
  declared: ReadonlyMap<string, Declared>,
  inherited: Values,
  bounds: Bounds,
): Values {
  const own = [...declared].filter(([property]) => property.startsWith('--'));
  if (own.length === 0) return inherited;
  const raw = new Map([...inherited, ...own.map(([name, { value }]) => [name, value] as const)]);
  const resolved = own.map(([name, { value }]) => {
    const text = substitute(value, raw, bounds, [name]);
    return [name, text ?? INVALID] as const;
  });
  const names = new Set(own.map(([name]) => name));
  return new Map([...[...inherited].filter(([name]) => !names.has(name)), ...resolved]);
}

function write(
  element: XastElement,
  declared: ReadonlyMap<string, Declared>,
  values: Values,
  attributesOnly: boolean,
  bounds: Bounds,
): void {
  const style: StyleEntry[] = [];
  const ranked = [...declared].sort(([, a], [, b]) => compare(a.rank, b.rank));
  for (const [property, { value }] of ranked) {
    if (property.startsWith('--')) continue;
    const resolved = validated(property, value, substitute(value, values, bounds));
    // What stands below all rules is the attribute. Source: CSS Cascade 5, 7.3.5.
    if (resolved === 'revert-layer' && element.attributes[property] !== undefined) continue;
    if (resolved === undefined) {
      delete element.attributes[property];
      continue;
    }
    const isLonghandOfFont = property.startsWith('font') && declared.has('font');
    const attribute = isLonghandOfFont ? undefined : attributeFor(element.name, property, resolved);
    if (attribute) element.attributes[attribute[0]] = attribute[1];
    else style.push([property, resolved]);
  }
  if (style.length > 0 && !attributesOnly) element.attributes.style = writeStyle(style);
  for (const [name, value] of Object.entries(element.attributes)) {
    if (value.includes('var('))
      element.attributes[name] = substitute(value, values, bounds) ?? value;
  }
}

/** A value with its variables put in, which may come to nothing that the property takes. */
function validated(
  property: string,
  value: string,
  substituted: string | undefined,
): string | undefined {
  if (substituted === undefined || substituted === value) return value;
  return parseValue(property, substituted, 'declaration').text;
}

/** `var(--a, b)`, with brackets in the fallback two deep. */
const VARIABLE = /var\(\s*(--[^\s,()]+)\s*(?:,((?:[^()]|\((?:[^()]|\([^()]*\))*\))*))?\)/g;

/**
 * Substitutes the custom properties that the icon defines; the page can set all others. `undefined`
 * if a property refers to itself, which makes it invalid.
 */
function substitute(
  value: string,
  values: Values,
  bounds: Bounds,
  way: readonly string[] = [],
): string | undefined {
  if (way.length > bounds.depth) throw new OverLimit('depth');
  let isCircular = false;
  const text = value.replace(VARIABLE, (whole, name: string, fallback?: string) => {
    const own = values.get(name);
    if (own !== undefined && own !== INVALID && !way.includes(name)) {
      const resolved = substitute(own, values, bounds, [...way, name]);
      if (resolved !== undefined) return resolved;
    }
    if (own !== undefined && fallback === undefined) isCircular = true;
    if (fallback === undefined) return whole;
    const rest = substitute(fallback, values, bounds, way) ?? fallback;
    return own === undefined ? `var(${name},${rest.trim()})` : rest.trim();
  });
  if (text.length > bounds.value) throw new OverLimit('value');
  return isCircular ? undefined : text;
}

function removeSheets(parent: XastParent): void {
  // To a <switch> it is a branch, which draws nothing.
  const isBranch = parent.type === 'element' && parent.name === 'switch';
  parent.children = parent.children.flatMap((child): XastChild[] => {
    if (child.type !== 'element' || child.name !== 'style') return [child];
    return isBranch ? [{ type: 'element', name: 'defs', attributes: {}, children: [] }] : [];
  });
  for (const child of parent.children) if (child.type === 'element') removeSheets(child);
}
