import { type CssNode, clone, generate, List, type Rule, walk } from 'css-tree';
import type { XastRoot } from 'svgo';
import { querySelectorAll } from 'svgo/browser';
import { svgElement } from '../tree.ts';

/**
 * Removes declarations from rules as far as they apply to the root. A group has the resulting
 * attributes; a rule that stays would apply them twice.
 *
 * `svg,g{opacity:.5;fill:red}` without `opacity` → `svg{fill:red}g{opacity:.5;fill:red}`
 */
export function dropFromRootRules(
  ast: CssNode,
  root: XastRoot,
  isUnwanted: (property: string) => boolean,
): void {
  walk(ast, function (node, item, list) {
    // Conditional rules were not turned into attributes.
    if (node.type === 'Atrule') return this.skip;
    if (node.type !== 'Rule') return undefined;
    if (node.prelude.type !== 'SelectorList') return undefined;
    const rootSelectors = new List<CssNode>();
    const { children } = node.prelude;
    children.forEach((selector, at) => {
      if (matchesRoot(selector, root)) rootSelectors.append(children.remove(at));
    });
    if (rootSelectors.isEmpty) return undefined;
    const rule = clone(node) as Rule;
    rule.prelude = { type: 'SelectorList', children: rootSelectors };
    if (dropDeclarations(rule, isUnwanted)) list?.insertData(rule, item);
    if (children.isEmpty) list?.remove(item);
    return undefined;
  });
}

function matchesRoot(selector: CssNode, root: XastRoot): boolean {
  try {
    const found = querySelectorAll(root, generate(selector));
    return found.length === 1 && found[0] === svgElement(root);
  } catch {
    return false;
  }
}

/** Returns whether any declaration is left. */
function dropDeclarations({ block }: Rule, isUnwanted: (property: string) => boolean): boolean {
  block.children.forEach((node, item, list) => {
    if (node.type === 'Declaration' && isUnwanted(node.property)) list.remove(item);
  });
  return !block.children.isEmpty;
}
