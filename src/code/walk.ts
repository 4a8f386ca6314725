import type { AnyNode, Identifier } from 'acorn';
import { childrenOf, type Scope, scopeOf } from './scope.ts';

/** Node with its ancestors and scope. */
export interface Place<N extends AnyNode = AnyNode> {
  readonly node: N;
  /** Ancestors of the node, the nearest last. */
  readonly around: readonly AnyNode[];
  readonly scope: Scope;
}

/**
 * Visits all nodes, parents before children.
 *
 * @param outside scope of the rest of the file, for a part of one; default: none
 */
export function walk(root: AnyNode, visit: (place: Place) => void, outside?: Scope): void {
  const around: AnyNode[] = [];
  const go = (node: AnyNode, outer: Scope | undefined): void => {
    const scope = scopeOf(node, outer);
    visit({ node, around: [...around], scope });
    around.push(node);
    for (const child of childrenOf(node)) go(child, scope);
    around.pop();
  };
  go(root, outside);
}

/** Checks that an identifier is read, and is not a property, a label or a name in an import. */
export function isReference({ node, around }: Place): boolean {
  if (node.type !== 'Identifier') return false;
  const parent = around.at(-1);
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
      return parent.local === (node as Identifier) && !isReexport(around.at(-2));
    default:
      return true;
  }
}

function isReexport(node: AnyNode | undefined): boolean {
  return node?.type === 'ExportNamedDeclaration' && Boolean(node.source);
}
