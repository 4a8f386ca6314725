import type { Scope } from '../../../code/scope.ts';
import type { CodeSearch, NodeVisitor } from '../code-search.ts';
import { childNode, childNodes, type SyntaxNode } from '../syntax.ts';

/** Renames `const name: IconName = 'menu'`. */
export const visitVariable: NodeVisitor = (search, node, { scope }) =>
  visitTypedValue(search, childNode(node, 'id'), childNode(node, 'init'), { scope, context: node });

/** Renames `(name: IconName = 'menu') => …`. */
export const visitDefault: NodeVisitor = (search, node, { scope }) =>
  visitTypedValue(search, childNode(node, 'left'), childNode(node, 'right'), {
    scope,
    context: node,
  });

/** Renames `class { name: IconName = 'menu' }`. */
export const visitField: NodeVisitor = (search, node, { scope }) =>
  visitTypedValue(search, node, childNode(node, 'value'), { scope, context: node });

/** Renames `'menu' as IconName` and `'menu' satisfies IconName`. */
export const visitAssertion: NodeVisitor = (search, node, { scope }) => {
  const type = childNode(node, 'typeAnnotation');
  const value = childNode(node, 'expression');
  if (type && value && isNameType(search, type, scope)) search.renameIn(value, scope, node);
};

function visitTypedValue(
  search: CodeSearch,
  owner: SyntaxNode | undefined,
  value: SyntaxNode | undefined,
  { scope, context }: { readonly scope: Scope; readonly context: SyntaxNode },
): void {
  const type = childNode(childNode(owner, 'typeAnnotation'), 'typeAnnotation');
  if (type && value && isNameType(search, type, scope)) search.renameIn(value, scope, context);
}

/** Tests for `IconName`, and for lists and records of it. */
function isNameType(search: CodeSearch, type: SyntaxNode, scope: Scope): boolean {
  const isNameTypeIn = (key: string) => isNameType(search, childNode(type, key) ?? type, scope);
  switch (type.type) {
    case 'TSArrayType':
      return isNameTypeIn('elementType');
    case 'TSTypeOperator':
      return isNameTypeIn('typeAnnotation');
    case 'TSUnionType':
      return childNodes(type, 'types').some((each) => isNameType(search, each, scope));
    case 'TSTypeReference':
      return isReferenceToNames(search, type, scope);
    default:
      return false;
  }
}

const LIST_TYPE = /^(Readonly|ReadonlyArray|Array|Set|ReadonlySet|Record)$/;

function isReferenceToNames(search: CodeSearch, type: SyntaxNode, scope: Scope): boolean {
  const name = childNode(type, 'typeName');
  if (name && search.kindOf(name, scope) === 'type') return true;
  const typeArguments = childNode(type, 'typeArguments') ?? childNode(type, 'typeParameters');
  const last = childNodes(typeArguments, 'params').at(-1);
  return (
    LIST_TYPE.test(String(name?.name)) && last !== undefined && isNameType(search, last, scope)
  );
}
