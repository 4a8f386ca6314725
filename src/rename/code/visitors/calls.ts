import type { Scope } from '../../../code/scope.ts';
import type { CodeSearch, NodeVisitor } from '../code-search.ts';
import { childNode, childNodes, keyName, type SyntaxNode } from '../syntax.ts';

/** Renames arguments of iconloom functions, of the plugin, and of JSX factories. */
export const visitCall: NodeVisitor = (search, node, { scope }) => {
  const callee = childNode(node, 'callee');
  const [first, second] = childNodes(node, 'arguments');
  const kind = callee && search.kindOf(callee, scope);
  if (kind === 'name-first') search.renameIn(first, scope, node);
  else if (kind === 'plugin') visitPluginOptions(search, first, scope);
  // JSX factories of all frameworks take a component and its props.
  else if (first && second && search.kindOf(first, scope) === 'component') {
    const prop = childNodes(second, 'properties').findLast((each) => keyName(each) === 'name');
    search.renameIn(childNode(prop, 'value'), scope, node);
  }
};

/** Options of the plugin that contain icon names. */
function visitPluginOptions(
  search: CodeSearch,
  options: SyntaxNode | undefined,
  scope: Scope,
): void {
  for (const option of childNodes(options, 'properties')) {
    const key = keyName(option);
    const value = childNode(option, 'value');
    if (key === 'safelist' || key === 'critical') search.renameIn(value, scope, option);
    if (key !== 'aliases') continue;
    for (const alias of childNodes(value, 'properties')) {
      search.renameIn(childNode(alias, 'value'), scope, alias);
    }
  }
}
