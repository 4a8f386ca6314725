import type { AnyNode } from 'acorn';

/** Function expression or declaration. */
export type FunctionNode = Extract<
  AnyNode,
  { type: 'ArrowFunctionExpression' | 'FunctionExpression' | 'FunctionDeclaration' }
>;

export function isFunction(node: AnyNode): node is FunctionNode {
  return /^(ArrowFunctionExpression|FunctionExpression|FunctionDeclaration)$/.test(node.type);
}
