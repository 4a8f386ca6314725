import type { NodePath } from '../../code/walk.ts';
import { childNode, type SyntaxNode, unwrap } from './syntax.ts';

/** Name of the property, variable or function that a value belongs to. */
export function ownerName({ ancestors }: Pick<NodePath, 'ancestors'>): string {
  const [parent, outer] = [ancestors.at(-1), ancestors.at(-2)];
  const isWrapped = (parent as { type?: string } | undefined)?.type === 'JSXExpressionContainer';
  const owner = (isWrapped ? outer : parent) as SyntaxNode | undefined;
  const nameNode =
    childNode(owner, 'key') ??
    childNode(owner, 'id') ??
    childNode(owner, 'callee') ??
    childNode(owner, 'left') ??
    childNode(owner, 'name');
  const last = nameNode?.type === 'MemberExpression' ? childNode(nameNode, 'property') : nameNode;
  return String(last?.name ?? '');
}

/** Name at the start of a property chain: `a` of `a.b.c`. */
export function rootName(node: SyntaxNode): string | undefined {
  const inner = unwrap(node);
  const object = childNode(inner, 'object');
  if (object) return rootName(object);
  return typeof inner.name === 'string' ? inner.name : undefined;
}

/** Name of an element as in its tag. */
export function elementName(name: SyntaxNode | undefined): string {
  if (name?.type === 'JSXMemberExpression') {
    return `${elementName(childNode(name, 'object'))}.${elementName(childNode(name, 'property'))}`;
  }
  return String(name?.name ?? '');
}
