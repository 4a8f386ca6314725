import type { AnyNode, Identifier } from 'acorn';
import { childrenOf } from './child-nodes.ts';
import { scopeOf } from './create-scope.ts';
import type { Scope } from './scope.ts';

/** Node with its ancestors and scope. */
export interface NodePath<N extends AnyNode = AnyNode> {
  readonly node: N;
  /** Ancestors of the node, the nearest last. */
  readonly ancestors: readonly AnyNode[];
  readonly scope: Scope;
}

/**
 * Visits all nodes, parents before children.
 *
 * @param outerScope scope of the rest of the file, for a part of one; default: none
 */
export function walk(root: AnyNode, visit: (path: NodePath) => void, outerScope?: Scope): void {
  const ancestors: AnyNode[] = [];
  const visitNode = (node: AnyNode, parentScope: Scope | undefined): void => {
    const scope = scopeOf(node, parentScope);
    visit({ node, ancestors: [...ancestors], scope });
    ancestors.push(node);
    for (const child of childrenOf(node)) visitNode(child, scope);
    ancestors.pop();
  };
  visitNode(root, outerScope);
}

/** Checks that an identifier is read, and is not a property, a label or a name in an import. */
export function isReference({ node, ancestors }: NodePath): boolean {
  if (node.type !== 'Identifier') return false;
  const parent = ancestors.at(-1);
  switch (parent?.type) {
    case 'MemberExpression':
      return parent.object === node || parent.computed;
    case 'Property':
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return parent.value === node || parent.computed;
    case 'LabeledStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
    case 'ImportSpecifier':
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier':
    case 'MetaProperty':
      return false;
    case 'ExportSpecifier':
      return parent.local === (node as Identifier) && !isReexport(ancestors.at(-2));
    default:
      return true;
  }
}

function isReexport(node: AnyNode | undefined): boolean {
  return node?.type === 'ExportNamedDeclaration' && Boolean(node.source);
}
