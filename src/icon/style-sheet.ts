import { type CssNode, generate, ident, parse, string, walk } from 'css-tree';
import type { XastElement, XastRoot } from 'svgo';
import { outsideUrls } from './css-values.ts';
import { type Rename, renameUrls } from './references.ts';
import { resolveStyles } from './resolve-styles.ts';
import { elements, textContent } from './tree.ts';

/** What to call the names that a style sheet mentions. */
export interface StyleNames {
  /** Ids in selectors. */
  readonly id: Rename;
  /** Ids in `url(#…)`. Default: as in selectors. */
  readonly url?: Rename;
}

/** What to call the names of a style sheet that stays, so that it reaches its own icon only. */
export interface StyleScope extends StyleNames {
  /** Classes in selectors. */
  readonly class: (name: string) => string;
  /** Names of animations. */
  readonly keyframes: (name: string) => string;
  /** The class that the root gets when a selector names nothing else of the icon's own. */
  readonly root: () => string;
}

/**
 * Work on `<style>` elements. In a module of its own that is imported for drawings with a
 * `<style>` only: most icons have none, and the CSS parser is the slowest part to load.
 */
export interface StyleSheets {
  /** Removes rules that reach outside: imports, fonts. Returns what it removed. */
  cleanRules(root: XastRoot): string[];
  /** Removes declarations that reach outside. Returns what it removed. */
  cleanDeclarations(root: XastRoot): string[];
  /** Turns rules into attributes; see `resolve-styles.ts`. */
  resolve(root: XastRoot): void;
  /** The classes that selectors mention. */
  classes(root: XastRoot): ReadonlySet<string>;
  /** Rewrites the ids in all style sheets of a drawing. */
  rename(root: XastRoot, names: StyleNames): void;
  /** Ties what is left of the style sheets to the drawing. */
  scope(root: XastRoot, scope: StyleScope): void;
}

/** At-rules that do nothing but fetch or that belong to whole documents. */
const OUTSIDE_RULES: ReadonlySet<string> = new Set(['import', 'font-face', 'namespace', 'charset']);

export const styleSheets: StyleSheets = {
  cleanRules: (root) => remove(root, outsideRule),
  cleanDeclarations: (root) => remove(root, outsideDeclaration),

  resolve: resolveStyles,

  classes(root) {
    const classes = new Set<string>();
    edit(root, (ast) => {
      walk(ast, (node) => {
        if (node.type === 'ClassSelector') classes.add(ident.decode(node.name));
      });
    });
    return classes;
  },

  rename(root, names) {
    edit(root, (ast) => walk(ast, (node) => renameIds(node, names)));
  },

  scope(root, scope) {
    const animations = new Map<string, string>();
    edit(root, (ast) => {
      walk(ast, (node) => {
        renameIds(node, scope);
        if (node.type === 'ClassSelector') {
          node.name = ident.encode(scope.class(ident.decode(node.name)));
        }
        if (node.type === 'Atrule' && KEYFRAMES.test(node.name) && node.prelude) {
          const name = plainName(generate(node.prelude));
          const renamed = scope.keyframes(name);
          animations.set(name, renamed);
          node.prelude = { type: 'Raw', value: ident.encode(renamed) };
        }
      });
    });
    edit(root, (ast) => {
      renameAnimations(ast, animations);
      walk(ast, function (node) {
        if (node.type === 'Atrule' && KEYFRAMES.test(node.name)) return this.skip;
        if (node.type !== 'Rule' || node.prelude.type !== 'SelectorList') return undefined;
        node.prelude.children.forEach((selector, item) => {
          item.data = { type: 'Raw', value: tied(selector, scope.root) };
        });
        return undefined;
      });
    });
    if (animations.size === 0) return;
    for (const { attributes } of elements(root)) {
      if (!attributes.style?.includes('animation')) continue;
      const list = parse(attributes.style, { context: 'declarationList' });
      renameAnimations(list, animations);
      attributes.style = generate(list);
    }
  },
};

const KEYFRAMES = /keyframes$/i;
const ANIMATION = /^(-\w+-)?animation(-name)?$/i;

/** A name of an animation, which may be written as a word or in quotes. */
function plainName(text: string): string {
  return /^["']/.test(text) ? string.decode(text) : ident.decode(text);
}

function renameAnimations(ast: CssNode, names: ReadonlyMap<string, string>): void {
  walk(ast, (node) => {
    if (node.type !== 'Declaration' || !ANIMATION.test(node.property)) return;
    walk(node, (part, item) => {
      if (part.type !== 'Identifier' && part.type !== 'String') return;
      const name = part.type === 'String' ? part.value : ident.decode(part.name);
      const renamed = names.get(name);
      if (renamed !== undefined && item) {
        item.data = { type: 'Identifier', name: ident.encode(renamed) };
      }
    });
  });
}

function renameIds(node: CssNode, names: StyleNames): void {
  if (node.type === 'IdSelector') {
    const renamed = names.id(ident.decode(node.name));
    if (renamed !== undefined) node.name = ident.encode(renamed);
  }
  if (node.type === 'Url') {
    const url = renameUrls(`url(${JSON.stringify(node.value)})`, names.url ?? names.id);
    if (!url.startsWith('url("')) node.value = url.slice(4, -1);
  }
}

/**
 * A selector that matches inside the icon only. One with an id or a class does already, since
 * those are the icon's own; any other is put below the root, at no specificity.
 */
function tied(selector: CssNode, root: () => string): string {
  const text = generate(selector);
  // A sheet that was tied before: it comes out of a sprite.
  let isOwn = /^:where\(\.[^\s,()]+\)/.test(text) || /^:is\(svg,symbol\):where/.test(text);
  walk(selector, function (node) {
    if (node.type === 'PseudoClassSelector' && node.children) return this.skip;
    if (node.type === 'IdSelector' || node.type === 'ClassSelector') isOwn = true;
    return undefined;
  });
  const rootClass = () => `.${ident.encode(root())}`;
  const atRoot = /^(?::root|svg)(?![\w-])/.exec(text)?.[0];
  if (atRoot !== undefined) {
    // As specific as what it stands for: a pseudo-class counts as a class does, a type as a type.
    const same = atRoot === ':root' ? rootClass() : `:is(svg,symbol):where(${rootClass()})`;
    return same + text.slice(atRoot.length);
  }
  return isOwn ? text : `:where(${rootClass()}) ${text}`;
}

/** Removes the nodes that a test finds something in; '' is found but not worth a word. */
function remove(root: XastRoot, find: (node: CssNode) => string | undefined): string[] {
  const removed: string[] = [];
  edit(root, (ast) => {
    walk(ast, (node, item, list) => {
      const found = find(node);
      if (found === undefined || !list) return;
      if (found !== '') removed.push(found);
      list.remove(item);
    });
  });
  return removed;
}

function outsideRule(node: CssNode): string | undefined {
  if (node.type !== 'Atrule' || !OUTSIDE_RULES.has(node.name.toLowerCase())) return undefined;
  return node.name.toLowerCase() === 'charset' ? '' : `@${node.name} in <style>`;
}

function outsideDeclaration(node: CssNode): string | undefined {
  if (node.type !== 'Declaration') return undefined;
  const [url] = outsideUrls(generate(node));
  return url === undefined ? undefined : `${url} in <style>`;
}

function edit(root: XastRoot, change: (ast: CssNode) => void): void {
  for (const element of elements(root)) {
    if (element.name !== 'style') continue;
    const css = textContent(element);
    const ast = parse(css);
    change(ast);
    setText(element, generate(ast));
  }
}

function setText(element: XastElement, value: string): void {
  element.children = value === '' ? [] : [{ type: 'text', value }];
}
