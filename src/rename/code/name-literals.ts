import type { AnyNode } from 'acorn';
import { lookUpVariable, type Scope } from '../../code/scope.ts';
import { isReference, walk } from '../../code/walk.ts';
import {
  childNode,
  childNodes,
  type StringLiteral,
  type SyntaxNode,
  stringLiteral,
  toSyntaxNode,
  unwrap,
} from './syntax.ts';

/** String literal that a value can evaluate to. */
export interface NameLiteral {
  readonly text: StringLiteral;
  /** Set if it is the value of a constant that other code may read too. */
  readonly isShared: boolean;
}

/**
 * Finds the string literals that an expression can evaluate to, also in lists and records.
 *
 * @param isReadOnce tests whether the value of a constant is read only once
 */
export function nameLiterals(
  value: SyntaxNode,
  scope: Scope,
  isReadOnce: (value: SyntaxNode) => boolean,
): readonly NameLiteral[] {
  const node = unwrap(value);
  const text = stringLiteral(node);
  if (text) return [{ text, isShared: false }];
  const all = (nodes: readonly (SyntaxNode | undefined)[]) =>
    nodes.flatMap((each) => (each ? nameLiterals(each, scope, isReadOnce) : []));
  switch (node.type) {
    case 'ConditionalExpression':
      return all([childNode(node, 'consequent'), childNode(node, 'alternate')]);
    case 'LogicalExpression':
      return all([childNode(node, 'left'), childNode(node, 'right')]);
    case 'SequenceExpression':
      return all(childNodes(node, 'expressions').slice(-1));
    case 'ArrayExpression':
      return all(childNodes(node, 'elements'));
    case 'ObjectExpression':
      return all(childNodes(node, 'properties').map((each) => childNode(each, 'value')));
    case 'NewExpression':
      return all(childNodes(node, 'arguments'));
    case 'Identifier': {
      const declared = lookUpVariable(String(node.name), scope);
      if (declared?.kind !== 'const') return [];
      const constantValue = toSyntaxNode(declared.value);
      if (unwrap(constantValue).type === 'Identifier') return [];
      const isShared = !isReadOnce(constantValue);
      const found = nameLiterals(constantValue, declared.scope, isReadOnce);
      return found.map((each) => ({ ...each, isShared: isShared || each.isShared }));
    }
    default:
      return [];
  }
}

/** Counts the reads of each constant's value; an export counts as a read. */
export function countReads(root: AnyNode): ReadonlyMap<SyntaxNode, number> {
  const counts = new Map<SyntaxNode, number>();
  const count = (name: string, scope: Scope) => {
    const declared = lookUpVariable(name, scope);
    if (declared?.kind !== 'const') return;
    const value = toSyntaxNode(declared.value);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  };
  walk(root, (place) => {
    const { node, scope, ancestors } = place;
    const parent = ancestors.at(-1);
    const isDeclared = parent?.type === 'VariableDeclarator' && parent.id === node;
    if (node.type === 'Identifier' && isReference(place) && !isDeclared) count(node.name, scope);
    const isExported = ancestors.at(-2)?.type === 'ExportNamedDeclaration';
    if (node.type !== 'VariableDeclarator' || !isExported) return;
    if (node.id.type === 'Identifier') count(node.id.name, scope);
  });
  return counts;
}
