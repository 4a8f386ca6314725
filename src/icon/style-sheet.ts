import { type CssNode, generate, parse, walk } from 'css-tree';
import type { XastElement, XastRoot } from 'svgo';
import { type Rename, renameUrls } from './references.ts';
import { elements, textContent } from './tree.ts';

/** What to call the names that a style sheet mentions. */
export interface StyleNames {
  /** Ids in selectors. */
  readonly id: Rename;
  /** Ids in `url(#…)`. Default: as in selectors. */
  readonly url?: Rename;
  /** Classes in selectors. Default: left as they are. */
  readonly class?: Rename;
}

/**
 * Work on `<style>` elements. In a module of its own that is imported for drawings with a
 * `<style>` only: most icons have none, and the CSS parser is the slowest part to load.
 */
export interface StyleSheets {
  /** Rewrites the names in all style sheets of a drawing. */
  rename(root: XastRoot, names: StyleNames): void;
  /** Removes what reaches outside: imports, fonts, outside `url()`. Returns what it removed. */
  clean(root: XastRoot): string[];
}

/** At-rules that do nothing but fetch or that belong to whole documents. */
const OUTSIDE_RULES: ReadonlySet<string> = new Set(['import', 'font-face', 'namespace', 'charset']);

export const styleSheets: StyleSheets = {
  rename(root, names) {
    edit(root, (ast) => {
      walk(ast, (node) => {
        if (node.type === 'IdSelector') node.name = names.id(node.name) ?? node.name;
        if (node.type === 'ClassSelector') node.name = names.class?.(node.name) ?? node.name;
        if (node.type === 'Url') {
          const url = renameUrls(`url(${JSON.stringify(node.value)})`, names.url ?? names.id);
          if (!url.startsWith('url("')) node.value = url.slice(4, -1);
        }
      });
    });
  },

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
};

/** What a node refers to outside the drawing; '' for a rule that is only not wanted. */
function outside(node: CssNode): string | undefined {
  if (node.type === 'Atrule' && OUTSIDE_RULES.has(node.name.toLowerCase())) {
    return node.name.toLowerCase() === 'charset' ? '' : `@${node.name} in <style>`;
  }
  if (node.type !== 'Declaration') return undefined;
  let url: string | undefined;
  walk(node, (part) => {
    if (part.type === 'Url' && !part.value.trim().startsWith('#')) url = part.value;
  });
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
