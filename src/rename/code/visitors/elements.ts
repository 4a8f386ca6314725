import type { NodeVisitor } from '../code-search.ts';
import { elementName } from '../node-names.ts';
import { childNode, childNodes, stringLiteral, unwrap } from '../syntax.ts';

/** Renames `<Icon name="menu" />` and `<iconloom-icon name="menu">` in JSX. */
export const visitElement: NodeVisitor = (search, node, { scope }) => {
  const name = childNode(node, 'name');
  const isTag = name?.type === 'JSXIdentifier' && /^[a-z]/.test(String(name.name));
  const takesName = isTag
    ? name.name === 'iconloom-icon'
    : name !== undefined && search.kindOf(name, scope) === 'component';
  for (const attribute of childNodes(node, 'attributes')) {
    const key = childNode(attribute, 'name')?.name;
    const value = childNode(attribute, 'value');
    if (!value || typeof key !== 'string') continue;
    if (key === 'name' && takesName) search.renameIn(value, scope, node);
    else if (stringLiteral(unwrap(value))?.value === search.icon.from && !isTag) {
      search.addUnsure(value.start + 1, `<${elementName(name)}> is not known to take icon names`);
    }
  }
};
