import { type CssNode, clone, find, generate, ident, List, walk } from 'css-tree';
import { parseCss } from './parse-css.ts';

/** Classes that scope selectors. */
export interface ScopeClasses {
  /** Class of the root. */
  readonly rootClass: () => string;
  /**
   * Class of elements that a `<use>` draws, where the root is not an ancestor; `undefined` without
   * `<use>`.
   */
  readonly classInUses: (() => string) | undefined;
}

/**
 * Makes a selector match only inside the icon. Ids and classes are already unique to the icon; all
 * other selectors are put below the root, without adding specificity.
 *
 * @returns selectors with the same effect in copies that a `<use>` draws
 */
export function scopeSelector(
  selector: CssNode,
  { rootClass, classInUses }: ScopeClasses,
): readonly CssNode[] {
  const original = generate(selector);
  // Output of this function, in an icon taken from a sprite.
  if (classInUses && SCOPED_TO_USE.test(original)) {
    classInUses();
    return [];
  }
  const copy = classInUses && clone(selector);
  replaceRootPseudoClass(selector, rootClass);
  replaceRootType(selector, rootClass);
  prependRoot(selector, rootClass);
  excludeSiblingIcons(selector, rootClass);
  // No element in such a copy is the root.
  const canMatch = copy && generate(selector) !== original && !ROOT.test(original);
  return canMatch ? [scopeToUse(copy, classInUses)] : [];
}

const ROOT = /:(?:root|scope)\b/i;
const SCOPED_TO_USE = /:where\(\.\w+_1(?:,| \*)/;

function scopeToUse(selector: CssNode, classInUses: () => string): CssNode {
  if (selector.type !== 'Selector') return selector;
  const name = `.${ident.encode(classInUses())}`;
  // The target has no siblings in the copy, but may have some in the icon.
  const scoped = hasSiblings(selector) ? `:where(${name} *)` : `:where(${name},${name} *)`;
  selector.children.appendList(simpleSelectors(scoped));
  return selector;
}

function hasSiblings(selector: CssNode): boolean {
  return find(selector, (node) => node.type === 'Combinator' && /[~+]/.test(node.name)) !== null;
}

/**
 * Excludes siblings: the first compound may be the root, whose siblings in a sprite are other
 * icons.
 */
function excludeSiblingIcons(selector: CssNode, rootClass: () => string): void {
  if (selector.type !== 'Selector' || !hasSiblings(selector)) return;
  const below = `:where(.${ident.encode(rootClass())} *)`;
  if (!generate(selector).endsWith(below)) selector.children.appendList(simpleSelectors(below));
}

function prependRoot(selector: CssNode, rootClass: () => string): void {
  if (selector.type !== 'Selector' || isScoped(selector)) return;
  const alternatives = selector.children.first ? alternativesOf(selector.children.first) : [];
  // One of them may be the root, which is not below itself.
  for (const alternative of alternatives) prependRoot(alternative, rootClass);
  if (alternatives.length > 0) return;
  selector.children.prependData({ type: 'Combinator', name: ' ' });
  selector.children.prependList(simpleSelectors(`:where(.${ident.encode(rootClass())})`));
}

function simpleSelectors(compound: string): List<CssNode> {
  const selector = parseCss(compound, { context: 'selector' });
  return selector.type === 'Selector' ? selector.children : new List();
}

/** Replaces `:root` and `:scope` with the root's class, at the same specificity. */
function replaceRootPseudoClass(selector: CssNode, rootClass: () => string): void {
  walk(selector, (node, item) => {
    if (node.type !== 'PseudoClassSelector' || !/^(root|scope)$/i.test(node.name)) return;
    item.data = { type: 'ClassSelector', name: ident.encode(rootClass()) };
  });
}

/** A root that is an `<svg>` in the file and a `<symbol>` in the sprite. */
const ROOT_TYPE = ':is(svg,symbol)';

/**
 * Replaces the type `svg` only at the start of a selector: later it means an `<svg>` inside the
 * icon.
 */
function replaceRootType(selector: CssNode, rootClass: () => string): void {
  if (selector.type !== 'Selector') return;
  const { first } = selector.children;
  if (first?.type === 'TypeSelector' && first.name === 'svg') {
    const named = `${ROOT_TYPE}:where(.${ident.encode(rootClass())})`;
    selector.children.shift();
    selector.children.prependList(simpleSelectors(named));
  } else if (first && !isScopedRoot(selector, rootClass)) {
    for (const alternative of alternativesOf(first)) replaceRootType(alternative, rootClass);
  }
}

/** Recognizes the output of this function, in an icon taken from a sprite. */
function isScopedRoot(selector: CssNode, rootClass: () => string): boolean {
  const text = generate(selector);
  return (
    text.startsWith(ROOT_TYPE) &&
    text.startsWith(`${ROOT_TYPE}:where(.${ident.encode(rootClass())})`)
  );
}

/** Checks if an id or a class scopes a selector to the icon; one in a negation does not. */
function isScoped(selector: CssNode): boolean {
  if (selector.type !== 'Selector') return false;
  return selector.children.some((node) => {
    if (node.type === 'IdSelector' || node.type === 'ClassSelector') return true;
    const alternatives = alternativesOf(node);
    return alternatives.length > 0 && alternatives.every(isScoped);
  });
}

/** Alternatives in `:is()` or `:where()`. */
function alternativesOf(node: CssNode): readonly CssNode[] {
  if (node.type !== 'PseudoClassSelector' || !/^(is|where)$/i.test(node.name)) return [];
  const list = node.children?.first;
  return list?.type === 'SelectorList' ? list.children.toArray() : [];
}
