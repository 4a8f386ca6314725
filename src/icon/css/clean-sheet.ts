import { type Atrule, type CssNode, generate, ident, type List, type Rule, walk } from 'css-tree';
import type { XastElement } from 'svgo';
import { canonicalProperty } from '../../svg/css/properties.ts';
import { parseValue } from '../../svg/css/values.ts';
import { ALLOWED_ELEMENTS, isAllowedAttribute } from '../allowed.ts';
import { cleanSupports, isSafeMedia, SAFE_PSEUDO_CLASSES } from './conditions.ts';
import { parseCss } from './parse-css.ts';
import { type RemovedContent, recordRemoved } from './removed-content.ts';

/** All elements of the icon, sanitized. */
type StyledElements = readonly XastElement[];

const KEYFRAMES = /^(-\w+-)?keyframes$/i;
/** Source: CSS Animations 1, 3.1. */
const FRAME = /^(?:from|to|[\d.]+%)(?:\s*,\s*(?:from|to|[\d.]+%))*$/i;

/**
 * Keeps the rules, selectors and declarations that the tables contain. Text that the parser could
 * not read is removed, since a browser might read it.
 */
export function cleanSheet(sheet: CssNode, elements: StyledElements): RemovedContent {
  const removed: RemovedContent = { outside: [], unknown: [] };
  if (sheet.type === 'StyleSheet') cleanRules(sheet.children, elements, removed);
  return removed;
}

function cleanRules(rules: List<CssNode>, elements: StyledElements, removed: RemovedContent): void {
  rules.forEach((node, item) => {
    if (!cleanRule(node, elements, removed)) rules.remove(item);
  });
}

function cleanRule(node: CssNode, elements: StyledElements, removed: RemovedContent): boolean {
  if (node.type === 'Rule') {
    return cleanSelectors(node, elements, removed) && cleanBlock(node, removed);
  }
  if (node.type !== 'Atrule') return false;
  const name = ident.decode(node.name).toLowerCase();
  const prelude = node.prelude ? generate(node.prelude) : '';
  const isKnown =
    (name === 'media' && isSafeMedia(prelude)) ||
    (name === 'starting-style' && node.prelude === null) ||
    (name === 'layer' && node.prelude?.type !== 'Raw') ||
    (KEYFRAMES.test(name) && node.prelude?.type === 'AtrulePrelude');
  if (name === 'supports' && node.prelude) {
    const value = cleanSupports(prelude);
    if (value !== undefined) {
      node.prelude = { type: 'Raw', value };
      return cleanAtRuleBlock(node, elements, removed);
    }
  }
  if (!isKnown) {
    removed.unknown.push(`@${name} ${prelude}`.trim());
    return false;
  }
  return node.block ? cleanAtRuleBlock(node, elements, removed) : name === 'layer';
}

/** Returns whether anything is left in the block of an at-rule. */
function cleanAtRuleBlock(
  node: Atrule,
  elements: StyledElements,
  removed: RemovedContent,
): boolean {
  if (!node.block) return false;
  if (KEYFRAMES.test(ident.decode(node.name))) {
    node.block.children.forEach((frame, item, list) => {
      const isFrame = frame.type === 'Rule' && FRAME.test(generate(frame.prelude));
      if (!isFrame) list.remove(item);
      else cleanBlock(frame, removed);
    });
  } else cleanRules(node.block.children, elements, removed);
  return !node.block.children.isEmpty;
}

/** Returns whether any selector is left. */
function cleanSelectors(rule: Rule, elements: StyledElements, removed: RemovedContent): boolean {
  if (rule.prelude.type !== 'SelectorList') return false;
  // Browsers ignore a rule with one selector that they do not know.
  if (!isKnown(rule.prelude) || rule.prelude.children.some(isRelative)) {
    removed.unknown.push(`the rule for ${generate(rule.prelude)}`);
    return false;
  }
  const selectors = rule.prelude.children;
  selectors.forEach((selector, item) => {
    if (!canMatch(selector, elements)) selectors.remove(item);
  });
  return !selectors.isEmpty;
}

/** `> path`: valid only inside `:has()` and nested rules. */
function isRelative(selector: CssNode): boolean {
  return selector.type === 'Selector' && selector.children.first?.type === 'Combinator';
}

const SELECTOR_PARTS = new Set<CssNode['type']>([
  ...(['SelectorList', 'Selector', 'TypeSelector', 'IdSelector', 'ClassSelector'] as const),
  ...(['AttributeSelector', 'Combinator', 'Identifier', 'String', 'Nth', 'AnPlusB'] as const),
  'PseudoElementSelector',
]);

function isKnown(prelude: CssNode): boolean {
  let allKnown = true;
  walk(prelude, (node) => {
    if (node.type === 'PseudoClassSelector') {
      if (!SAFE_PSEUDO_CLASSES.has(ident.decode(node.name).toLowerCase())) allKnown = false;
    } else if (!SELECTOR_PARTS.has(node.type)) allKnown = false;
    // Prefixes are declared by `@namespace`, which is not kept.
    if (node.type === 'TypeSelector' && /^[^*|]+\|/.test(node.name)) allKnown = false;
  });
  return allKnown;
}

/**
 * Checks if a selector can match in the icon: it names no HTML elements and no removed editor data.
 */
function canMatch(selector: CssNode, elements: StyledElements): boolean {
  let isMatchable = true;
  walk(selector, (node) => {
    if (node.type === 'PseudoElementSelector') isMatchable = false;
    if (node.type === 'TypeSelector' && node.name !== '*') {
      const name = ident.decode(node.name.slice(node.name.lastIndexOf('|') + 1));
      if (name !== '*' && !ALLOWED_ELEMENTS.has(name)) isMatchable = false;
    }
    if (node.type === 'AttributeSelector') {
      const name = ident.decode(node.name.name);
      const value =
        node.value && 'value' in node.value ? node.value.value : (node.value?.name ?? '');
      const isThere = elements.some(({ attributes }) => attributes[name]?.includes(value));
      if (!isAllowedAttribute('', name) || !isThere || /^(id|class)$/.test(name))
        isMatchable = false;
    }
  });
  return isMatchable;
}

/** Returns whether any declaration is left. */
function cleanBlock({ block }: Rule, removed: RemovedContent): boolean {
  block.children.forEach((node, item, list) => {
    if (!cleanDeclaration(node, removed)) list.remove(item);
  });
  return !block.children.isEmpty;
}

function cleanDeclaration(node: CssNode, removed: RemovedContent): boolean {
  if (node.type !== 'Declaration') return false;
  const property = canonicalProperty(ident.decode(node.property));
  const parsed = parseValue(property, generate(node.value), 'declaration');
  recordRemoved(removed, parsed, 'in <style>');
  if (parsed.text === undefined) return false;
  const value = parseCss(parsed.text, { context: 'value' });
  if (value.type !== 'Value') return false;
  node.property = ident.encode(property);
  node.value = value;
  return true;
}
