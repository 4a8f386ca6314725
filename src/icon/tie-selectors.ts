import { type CssNode, clone, find, generate, ident, List, walk } from 'css-tree';
import { parseCss } from './parse-css.ts';

/** Classes that scope selectors. */
export interface Ties {
  /** Class of the root. */
  readonly root: () => string;
  /** Class of what a `<use>` draws, which is in no tree with the root; `undefined` without any. */
  readonly used: (() => string) | undefined;
}

/**
 * Makes a selector match inside the icon only. One with an id or a class does already, since those
 * are the icon's own; any other is put below the root, at no specificity.
 *
 * @returns selectors that do the same in what a `<use>` draws
 */
export function tie(selector: CssNode, { root, used }: Ties): readonly CssNode[] {
  const written = generate(selector);
  // Output of this function, in an icon taken from a sprite.
  if (used && TIED_TO_USE.test(written)) {
    used();
    return [];
  }
  const copy = used && clone(selector);
  nameRoot(selector, root);
  nameRootType(selector, root);
  putBelowRoot(selector, root);
  keepOffSiblings(selector, root);
  // Nothing there is the root.
  const canMatch = copy && generate(selector) !== written && !ROOT.test(written);
  return canMatch ? [tiedToUse(copy, used)] : [];
}

const ROOT = /:(?:root|scope)\b/i;
const TIED_TO_USE = /:where\(\.\w+_1(?:,| \*)/;

function tiedToUse(selector: CssNode, used: () => string): CssNode {
  if (selector.type !== 'Selector') return selector;
  const name = `.${ident.encode(used())}`;
  // The target has no siblings there, but may have some in the icon.
  const tied = hasSiblings(selector) ? `:where(${name} *)` : `:where(${name},${name} *)`;
  selector.children.appendList(simpleSelectors(tied));
  return selector;
}

function hasSiblings(selector: CssNode): boolean {
  return find(selector, (node) => node.type === 'Combinator' && /[~+]/.test(node.name)) !== null;
}

/**
 * Excludes siblings: the first compound may be the root, whose siblings in a sprite are other
 * icons.
 */
function keepOffSiblings(selector: CssNode, root: () => string): void {
  if (selector.type !== 'Selector' || !hasSiblings(selector)) return;
  const below = `:where(.${ident.encode(root())} *)`;
  if (!generate(selector).endsWith(below)) selector.children.appendList(simpleSelectors(below));
}

function putBelowRoot(selector: CssNode, root: () => string): void {
  if (selector.type !== 'Selector' || isOwn(selector)) return;
  const options = selector.children.first ? optionsOf(selector.children.first) : [];
  // One of them may be the root, which is not below itself.
  for (const option of options) putBelowRoot(option, root);
  if (options.length > 0) return;
  selector.children.prependData({ type: 'Combinator', name: ' ' });
  selector.children.prependList(simpleSelectors(`:where(.${ident.encode(root())})`));
}

function simpleSelectors(compound: string): List<CssNode> {
  const selector = parseCss(compound, { context: 'selector' });
  return selector.type === 'Selector' ? selector.children : new List();
}

/** Replaces `:root` and `:scope` with the root's class, at the same specificity. */
function nameRoot(selector: CssNode, root: () => string): void {
  walk(selector, (node, item) => {
    if (node.type !== 'PseudoClassSelector' || !/^(root|scope)$/i.test(node.name)) return;
    item.data = { type: 'ClassSelector', name: ident.encode(root()) };
  });
}

/** A root that is an `<svg>` in the file and a `<symbol>` in the sprite. */
const ROOT_TYPE = ':is(svg,symbol)';

/**
 * Replaces the type `svg` only at the start of a selector: later it means an `<svg>` inside the
 * icon.
 */
function nameRootType(selector: CssNode, root: () => string): void {
  if (selector.type !== 'Selector') return;
  const { first } = selector.children;
  if (first?.type === 'TypeSelector' && first.name === 'svg') {
    const named = `${ROOT_TYPE}:where(.${ident.encode(root())})`;
    selector.children.shift();
    selector.children.prependList(simpleSelectors(named));
  } else if (first && !isTiedRoot(selector, root)) {
    for (const option of optionsOf(first)) nameRootType(option, root);
  }
}

/** Recognizes the output of this function, in an icon taken from a sprite. */
function isTiedRoot(selector: CssNode, root: () => string): boolean {
  const text = generate(selector);
  return (
    text.startsWith(ROOT_TYPE) && text.startsWith(`${ROOT_TYPE}:where(.${ident.encode(root())})`)
  );
}

/** Checks if an id or a class scopes a selector to the icon; one in a negation does not. */
function isOwn(selector: CssNode): boolean {
  if (selector.type !== 'Selector') return false;
  return selector.children.some((node) => {
    if (node.type === 'IdSelector' || node.type === 'ClassSelector') return true;
    const options = optionsOf(node);
    return options.length > 0 && options.every(isOwn);
  });
}

/** Selectors of which one has to match. */
function optionsOf(node: CssNode): readonly CssNode[] {
  if (node.type !== 'PseudoClassSelector' || !/^(is|where)$/i.test(node.name)) return [];
  const list = node.children?.first;
  return list?.type === 'SelectorList' ? list.children.toArray() : [];
}
