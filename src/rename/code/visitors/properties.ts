import type { CodeSearch, NodeVisitor } from '../code-search.ts';
import { rootName } from '../node-names.ts';
import { childNode, childNodes, keyName, type SyntaxNode, stringLiteral } from '../syntax.ts';

/** Renames `icon.chevronDown` and `icons['chevron-down']`. */
export const visitMember: NodeVisitor = (search, node, { scope }) => {
  const { icon } = search;
  const object = childNode(node, 'object');
  const key = childNode(node, 'property');
  if (!object || !key) return;
  const kind = search.kindOf(object, scope);
  const name = keyName(node);
  if (kind === 'constants' && name === icon.fromKey) renameKey(search, key, node);
  else if (kind === 'by-name' && name === icon.from) renameAccess(search, object, key, node);
  else if (kind === undefined && (name === icon.fromKey || name === icon.from)) {
    const owner = rootName(object);
    if (/icon/i.test(owner ?? '')) search.addUnsure(key.start, `it is unknown what '${owner}' is`);
  }
};

/** Renames `const { chevronDown } = icon`. */
export const visitDestructuring: NodeVisitor = (search, node, { scope }) => {
  const { fromKey, toKey } = search.icon;
  const pattern = childNode(node, 'id');
  const value = childNode(node, 'init');
  if (pattern?.type !== 'ObjectPattern' || !value) return;
  if (search.kindOf(value, scope) !== 'constants') return;
  for (const property of childNodes(pattern, 'properties')) {
    const key = childNode(property, 'key');
    if (!key || keyName(property) !== fromKey) continue;
    if (property.shorthand === true) search.addUse(key.start, key.start, `${toKey}: `, node);
    else renameKey(search, key, node);
  }
};

function renameKey(search: CodeSearch, key: SyntaxNode, context: SyntaxNode): void {
  const { start, end } = stringLiteral(key) ?? key;
  search.addUse(start, end, search.icon.toKey, context);
}

/** Renames `.menu` or `['menu']` after an object. */
function renameAccess(
  search: CodeSearch,
  object: SyntaxNode,
  key: SyntaxNode,
  member: SyntaxNode,
): void {
  const { to } = search.icon;
  const text = stringLiteral(key);
  if (text) {
    search.addUse(text.start, text.end, to, member);
    return;
  }
  // A name with a hyphen needs brackets instead of a dot.
  const access = /^[\w$]+$/.test(to) ? `.${to}` : `['${to}']`;
  search.addUse(object.end, member.end, access, member);
}
