import { type CssNode, find, generate, ident, type List, type Rule, walk } from 'css-tree';
import { SAFE_PSEUDO_CLASSES } from './conditions.ts';

const SVG = 'http://www.w3.org/2000/svg';
const XLINK = 'http://www.w3.org/1999/xlink';
/** Pseudo-classes that browsers parse, in addition to those allowed in a sprite. */
const OTHER_PSEUDO_CLASSES =
  /^(?:lang|dir|enabled|disabled|checked|indeterminate|default|defined|required|optional|valid|invalid|in-range|out-of-range|user-valid|user-invalid|read-only|read-write|placeholder-shown|autofill|fullscreen|modal|popover-open|playing|paused|open|host|host-context|future|past|current|state|target-current|picture-in-picture|matches|any|(?:-webkit|-moz|-ms|-o)-.*)$/;
const PSEUDO_ELEMENTS =
  /^(?:before|after|first-line|first-letter|selection|backdrop|marker|placeholder|part|slotted|cue|target-text|highlight|file-selector-button|details-content|(?:-webkit|-moz)-.*|view-transition.*|(?:grammar|spelling)-error)$/;
/**
 * Forgiving lists: browsers skip only the selectors that they do not know. Source: Selectors 4,
 * 4.2.
 */
const FORGIVING = /^(?:is|where)$/i;

/**
 * Drops rules that browsers ignore because of an unknown selector, and resolves namespace prefixes
 * in the others. Sources: Selectors 4, 3.9; CSS Namespaces 3.
 *
 * `@namespace s "http://www.w3.org/2000/svg";s|path{…}.a,.b:foo{…}` → `path{…}`
 */
export function dropInvalidRules(sheet: CssNode): void {
  const namespaces = namespacesOf(sheet);
  walk(sheet, {
    visit: 'Rule',
    enter(rule, item, list) {
      if (!pruneRule(rule, namespaces) && item) list?.remove(item);
    },
  });
}

/** Namespaces by prefix, as the sheet declares them. */
function namespacesOf(sheet: CssNode): ReadonlyMap<string, string> {
  const namespaces = new Map<string, string>();
  walk(sheet, (node) => {
    if (node.type !== 'Atrule' || !/^namespace$/i.test(node.name) || !node.prelude) return;
    const [, prefix, address] = NAMESPACE.exec(generate(node.prelude)) ?? [];
    if (prefix !== undefined && address !== undefined) namespaces.set(prefix, address);
  });
  return namespaces;
}

const NAMESPACE = /^\s*([-\w]+)\s*(?:url\(\s*)?["']?([^"')]*)/;

function pruneRule({ prelude }: Rule, namespaces: ReadonlyMap<string, string>): boolean {
  // Keyframes are not selectors; they are cleaned elsewhere.
  if (prelude.type !== 'SelectorList') return true;
  walk(prelude, (node) => {
    if (node.type === 'PseudoClassSelector' && FORGIVING.test(node.name) && node.children) {
      for (const list of node.children)
        if (list.type === 'SelectorList') dropUnknownSelectors(list.children, namespaces);
    }
  });
  if (find(prelude, (node) => !isKnownNode(node, namespaces))) return false;
  prelude.children.forEach((selector, item, list) => {
    if (find(selector, (node) => isInOtherNamespace(node, namespaces))) list.remove(item);
  });
  walk(prelude, (node) => {
    const namedNode = namedNodeOf(node);
    if (namedNode) namedNode.name = namedNode.name.slice(namedNode.name.lastIndexOf('|') + 1);
  });
  return !prelude.children.isEmpty;
}

/** Removes unknown selectors, but leaves at least one. */
function dropUnknownSelectors(
  selectors: List<CssNode>,
  namespaces: ReadonlyMap<string, string>,
): void {
  selectors.forEach((selector, item, list) => {
    const isUnknown = find(selector, (node) => !isKnownNode(node, namespaces)) !== null;
    if (isUnknown && list.size > 1) list.remove(item);
  });
}

function isKnownNode(node: CssNode, namespaces: ReadonlyMap<string, string>): boolean {
  switch (node.type) {
    case 'PseudoClassSelector': {
      const name = ident.decode(node.name).toLowerCase();
      // Browsers reject empty parentheses here.
      if (TAKES_SELECTORS.test(name) && (!node.children || isEmptyList(node.children)))
        return false;
      return (
        SAFE_PSEUDO_CLASSES.has(name) || OTHER_PSEUDO_CLASSES.test(name) || isPseudoElement(name)
      );
    }
    case 'PseudoElementSelector':
      return isPseudoElement(ident.decode(node.name).toLowerCase());
    case 'AttributeSelector':
    case 'TypeSelector': {
      const prefix = prefixOf(namedNodeOf(node)?.name ?? '');
      return prefix === undefined || /^\*?$/.test(prefix) || namespaces.has(prefix);
    }
    default:
      return true;
  }
}

const TAKES_SELECTORS = /^(?:not|has|nth-(?:last-)?(?:child|of-type))$/;

/** The parser returns `:not()` as an empty list or as a list with an empty selector. */
function isEmptyList(children: List<CssNode>): boolean {
  const { first } = children;
  if (!first) return true;
  if (first.type !== 'SelectorList') return false;
  return first.children.some((selector) => {
    return selector.type !== 'Selector' || selector.children.isEmpty;
  });
}

function isPseudoElement(name: string): boolean {
  return PSEUDO_ELEMENTS.test(name);
}

/** Part of a selector whose name may have the prefix of a namespace. */
function namedNodeOf(node: CssNode): { name: string } | undefined {
  if (node.type === 'TypeSelector') return node;
  return node.type === 'AttributeSelector' ? node.name : undefined;
}

/**
 * Checks if a type is in a namespace other than SVG, or an attribute in one that no icon has: SVG
 * attributes are in none, and links lose theirs.
 */
function isInOtherNamespace(node: CssNode, namespaces: ReadonlyMap<string, string>): boolean {
  const { name = '' } = namedNodeOf(node) ?? {};
  const prefix = prefixOf(name);
  if (prefix === undefined || prefix === '*') return false;
  const namespace = namespaces.get(prefix);
  if (node.type === 'TypeSelector') return namespace !== SVG;
  return prefix !== '' && !(namespace === XLINK && name.endsWith('|href'));
}

function prefixOf(name: string): string | undefined {
  const end = name.lastIndexOf('|');
  return end < 0 ? undefined : name.slice(0, end);
}
