import { parseIconloomImport } from '../../../code/module-ids.ts';
import type { NodeVisitor } from '../code-search.ts';
import { childNode, stringLiteral } from '../syntax.ts';

/** Renames `import 'iconloom:menu'`, also as an export or a call. */
export const visitImport: NodeVisitor = (search, node) => {
  const { from, to } = search.icon;
  const source = stringLiteral(childNode(node, 'source'));
  const requested = source && parseIconloomImport(source.value);
  if (!source || requested?.kind !== 'icon' || requested.name !== from) return;
  search.addUse(source.end - from.length, source.end, to, node);
};
