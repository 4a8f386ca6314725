import type { XastChild, XastElement, XastParent, XastRoot } from 'svgo';
import type { Limits } from '../../core/types.ts';
import { attributeFor } from '../../svg/css/attribute-for.ts';
import { readStyleAttribute } from '../../svg/css/style-attribute.ts';
import { type StyleEntry, writeStyle } from '../../svg/css/style-text.ts';
import { parseValue } from '../../svg/css/values.ts';
import { LimitError } from '../source/limits.ts';
import { elements, ownText } from '../tree.ts';
import {
  applyDeclaration,
  applyStaticRules,
  type CascadedValue,
  compareRanks,
  declaredValue,
  INVALID,
  rankOfStyleAttribute,
} from './cascade.ts';
import { type RemovedContent, recordRemoved } from './removed-content.ts';

type CustomPropertyValues = ReadonlyMap<string, string>;
/** Limits for custom properties that refer to each other: a few lines can expand to gigabytes. */
type SubstitutionLimits = Pick<Limits, 'depth' | 'value'>;

/**
 * Turns the rules of `<style>` elements into attributes: Firefox and WebKit ignore style sheets of
 * external sprites, and those of inlined sprites apply to the whole page.
 *
 * If all rules always apply, the style sheet is removed; properties without an attribute go to
 * `style`. If some apply only at times (media queries, states, animations), the style sheet stays;
 * the attributes, which it overrides, apply in browsers that ignore it.
 *
 * `<style>.a{fill:red}</style><path class="a" fill="blue"/>` → `<path fill="red"/>`
 *
 * @returns content that was removed from rules that are now attributes
 */
export function resolveStyles(root: XastRoot, limits: SubstitutionLimits): RemovedContent {
  const sheets = [...elements(root)].filter(({ name }) => name === 'style');
  if (sheets.length === 0) return NOTHING_REMOVED;
  const { declarations, hasDynamicRules, elementsDifferingInUse, removed } = applyStaticRules(
    root,
    sheets.map(cssOf),
  );
  const hasMedia = sheets.some(({ attributes }) => !isForAll(attributes.media));
  const keepsSheets = hasDynamicRules || hasMedia;

  const visit = (parent: XastParent, inherited: CustomPropertyValues): void => {
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      // An attribute would also apply in the copy that a `<use>` draws, where the rule does not
      // match.
      const differsInUse = keepsSheets && elementsDifferingInUse.has(child);
      const declared =
        (differsInUse ? undefined : declarations.get(child)) ?? new Map<string, CascadedValue>();
      if (!keepsSheets) cascadeStyleAttribute(child, declared, removed);
      const values = customProperties(declared, inherited, limits);
      writeDeclarations(child, declared, values, keepsSheets, limits);
      visit(child, values);
    }
  };
  visit(root, new Map());
  if (keepsSheets) return NOTHING_REMOVED;
  removeSheets(root);
  return removed;
}

const NOTHING_REMOVED: RemovedContent = { outside: [], unknown: [] };

function cssOf(style: XastElement): string {
  const type = style.attributes.type ?? '';
  const isCss = type === '' || type.toLowerCase() === 'text/css';
  return isCss && isForAll(style.attributes.media) ? ownText(style) : '';
}

function isForAll(media: string | undefined): boolean {
  return media === undefined || /^\s*(all)?\s*$/i.test(media);
}

function cascadeStyleAttribute(
  element: XastElement,
  declared: Map<string, CascadedValue>,
  removed: RemovedContent,
): void {
  const { style, ...rest } = element.attributes;
  if (style === undefined) return;
  element.attributes = rest;
  for (const { property, value: text, isImportant } of readStyleAttribute(style)) {
    const parsed = parseValue(property, text, 'declaration');
    recordRemoved(removed, parsed, `in style on <${element.name}>`);
    const value = declaredValue(property, text, parsed);
    if (value === undefined) continue;
    applyDeclaration(declared, property, { value, rank: rankOfStyleAttribute(isImportant) });
  }
}

/**
 * Computes the custom properties of an element: its own over the inherited ones, with references
 * substituted where they are defined.
 */
function customProperties(
  declared: ReadonlyMap<string, CascadedValue>,
  inherited: CustomPropertyValues,
  limits: SubstitutionLimits,
): CustomPropertyValues {
  const defined = [...declared].filter(([property]) => property.startsWith('--'));
  if (defined.length === 0) return inherited;
  const raw = new Map([
    ...inherited,
    ...defined.map(([name, { value }]) => [name, value] as const),
  ]);
  const resolved = defined.map(([name, { value }]) => {
    const text = substitute(value, raw, limits, [name]);
    return [name, text ?? INVALID] as const;
  });
  const names = new Set(defined.map(([name]) => name));
  return new Map([...[...inherited].filter(([name]) => !names.has(name)), ...resolved]);
}

function writeDeclarations(
  element: XastElement,
  declared: ReadonlyMap<string, CascadedValue>,
  values: CustomPropertyValues,
  attributesOnly: boolean,
  limits: SubstitutionLimits,
): void {
  const style: StyleEntry[] = [];
  const ranked = [...declared].sort(([, a], [, b]) => compareRanks(a.rank, b.rank));
  for (const [property, { value }] of ranked) {
    if (property.startsWith('--')) continue;
    const resolved = revalidate(property, value, substitute(value, values, limits));
    // The attribute is the layer below all rules. Source: CSS Cascade 5, 7.3.5.
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
      element.attributes[name] = substitute(value, values, limits) ?? value;
  }
}

/** Validates a value again after variables were substituted. */
function revalidate(
  property: string,
  value: string,
  substituted: string | undefined,
): string | undefined {
  if (substituted === undefined || substituted === value) return value;
  return parseValue(property, substituted, 'declaration').text;
}

/** `var(--a, b)`, with two levels of parentheses in the fallback. */
const VARIABLE = /var\(\s*(--[^\s,()]+)\s*(?:,((?:[^()]|\((?:[^()]|\([^()]*\))*\))*))?\)/g;

/**
 * Substitutes the custom properties that the icon defines; the page can set all others. `undefined`
 * if a property refers to itself, which makes it invalid.
 */
function substitute(
  value: string,
  values: CustomPropertyValues,
  limits: SubstitutionLimits,
  path: readonly string[] = [],
): string | undefined {
  if (path.length > limits.depth) throw new LimitError('depth');
  let isCircular = false;
  const text = value.replace(VARIABLE, (whole, name: string, fallback?: string) => {
    const defined = values.get(name);
    if (defined !== undefined && defined !== INVALID && !path.includes(name)) {
      const resolved = substitute(defined, values, limits, [...path, name]);
      if (resolved !== undefined) return resolved;
    }
    if (defined !== undefined && fallback === undefined) isCircular = true;
    if (fallback === undefined) return whole;
    const rest = substitute(fallback, values, limits, path) ?? fallback;
    return defined === undefined ? `var(${name},${rest.trim()})` : rest.trim();
  });
  if (text.length > limits.value) throw new LimitError('value');
  return isCircular ? undefined : text;
}

function removeSheets(parent: XastParent): void {
  // In a <switch> it is a branch that draws nothing.
  const isBranch = parent.type === 'element' && parent.name === 'switch';
  parent.children = parent.children.flatMap((child): XastChild[] => {
    if (child.type !== 'element' || child.name !== 'style') return [child];
    return isBranch ? [{ type: 'element', name: 'defs', attributes: {}, children: [] }] : [];
  });
  for (const child of parent.children) if (child.type === 'element') removeSheets(child);
}
