import { type CssNode, generate, ident, parse, walk } from 'css-tree';
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
  /** Removes what reaches outside: imports, fonts, outside `url()`. Returns what it removed. */
  clean(root: XastRoot): string[];
  /** Turns rules into attributes; see `resolve-styles.ts`. */
  resolve(root: XastRoot): void;
  /** Rewrites the ids in all style sheets of a drawing. */
  rename(root: XastRoot, names: StyleNames): void;
  /** Ties what is left of the style sheets to the drawing. */
  scope(root: XastRoot, scope: StyleScope): void;
}

/** At-rules that do nothing but fetch or that belong to whole documents. */
const OUTSIDE_RULES: ReadonlySet<string> = new Set(['import', 'font-face', 'namespace', 'charset']);

export const styleSheets: StyleSheets = {
  clean(root) {
    const removed: string[] = [];
    edit(root, (ast) => {
      walk(ast, (node, item, list) => {
        const found = outside(node);
        if (found === undefined || !list) return;
        if (found !== '') removed.push(found);
        list.remove(item);
      });
    });
    return removed;
  },

  resolve: resolveStyles,

  rename(root, names) {
    edit(root, (ast) => walk(ast, (node) => renameIds(node, names)));
  },

  scope(root, scope) {
    edit(root, (ast) => {
      const animations = new Set<string>();
      walk(ast, (node) => {
        renameIds(node, scope);
        if (node.type === 'ClassSelector') {
          node.name = ident.encode(scope.class(ident.decode(node.name)));
        }
        if (node.type === 'Atrule' && /keyframes$/i.test(node.name) && node.prelude) {
          const name = ident.decode(generate(node.prelude));
          animations.add(name);
          node.prelude = { type: 'Raw', value: ident.encode(scope.keyframes(name)) };
        }
      });
      walk(ast, function (node) {
        if (node.type === 'Atrule' && /keyframes$/i.test(node.name)) return this.skip;
        if (node.type === 'Declaration' && /^animation(-name)?$/i.test(node.property)) {
          walk(node, (part) => {
            if (part.type === 'Identifier' && animations.has(ident.decode(part.name))) {
              part.name = ident.encode(scope.keyframes(ident.decode(part.name)));
            }
          });
        }
        if (node.type === 'Rule' && node.prelude.type === 'SelectorList') {
          node.prelude.children.forEach((selector, item) => {
            item.data = { type: 'Raw', value: tied(selector, scope.root) };
          });
        }
        return undefined;
      });
    });
  },
};

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
  let isOwn = false;
  walk(selector, function (node) {
    if (node.type === 'PseudoClassSelector' && node.children) return this.skip;
    if (node.type === 'IdSelector' || node.type === 'ClassSelector') isOwn = true;
    return undefined;
  });
  if (isOwn) return text;
  const atRoot = /^(?::root|svg)(?![\w-])/.exec(text)?.[0];
  const rootClass = `.${ident.encode(root())}`;
  if (atRoot === undefined) return `:where(${rootClass}) ${text}`;
  // As specific as what it stands for: a pseudo-class counts as a class does, a type as a type.
  const same = atRoot === ':root' ? rootClass : `symbol:where(${rootClass})`;
  return same + text.slice(atRoot.length);
}

/** What a node refers to outside the drawing; '' for a rule that is only not wanted. */
function outside(node: CssNode): string | undefined {
  if (node.type === 'Atrule' && OUTSIDE_RULES.has(node.name.toLowerCase())) {
    return node.name.toLowerCase() === 'charset' ? '' : `@${node.name} in <style>`;
  }
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
