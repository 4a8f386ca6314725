import type { AnyNode } from 'acorn';
import { childNode, childNodes, type SyntaxNode, toSyntaxNode } from './syntax.ts';

/** Origin of an export: an expression of the module, or an export of another one. */
export type ExportOrigin =
  | { readonly value: SyntaxNode }
  | { readonly source: string; readonly name: string };

/** Finds the origin of a module's export, apart from `export * from`. */
export function findExportOrigin(program: AnyNode, name: string): ExportOrigin | undefined {
  for (const statement of statementsOf(program)) {
    const origin = originIn(statement, name);
    if (origin) return origin;
  }
  return undefined;
}

/** Modules whose exports a module has all: `export * from './icons'`. */
export function findStarSources(program: AnyNode): readonly string[] {
  return statementsOf(program).flatMap((statement) => {
    const isStar =
      statement.type === 'ExportAllDeclaration' && !childNode(statement, 'exported')?.name;
    return (isStar && sourceOf(statement)) || [];
  });
}

/** Top-level statements of a module. */
export function statementsOf(program: AnyNode): readonly SyntaxNode[] {
  return childNodes(toSyntaxNode(program), 'body');
}

/** Module that a statement imports from, or exports from. */
export function sourceOf(statement: SyntaxNode): string | undefined {
  const source = childNode(statement, 'source')?.value;
  return typeof source === 'string' ? source : undefined;
}

function originIn(statement: SyntaxNode, name: string): ExportOrigin | undefined {
  switch (statement.type) {
    case 'ExportAllDeclaration':
      return namespaceOrigin(statement, name);
    case 'ExportDefaultDeclaration': {
      const value = childNode(statement, 'declaration');
      return name === 'default' && value ? { value } : undefined;
    }
    case 'ExportNamedDeclaration':
      return specifierOrigin(statement, name) ?? declarationOrigin(statement, name);
    default:
      return undefined;
  }
}

/** `export * as icons from './icons'` */
function namespaceOrigin(statement: SyntaxNode, name: string): ExportOrigin | undefined {
  const source = sourceOf(statement);
  const isExported = childNode(statement, 'exported')?.name === name;
  return isExported && source !== undefined ? { source, name: '*' } : undefined;
}

/** `export { Icon as AppIcon }`, also from another module. */
function specifierOrigin(statement: SyntaxNode, name: string): ExportOrigin | undefined {
  const source = sourceOf(statement);
  for (const specifier of childNodes(statement, 'specifiers')) {
    const local = childNode(specifier, 'local');
    const exported = childNode(specifier, 'exported');
    if ((exported?.name ?? exported?.value) !== name || !local) continue;
    return source === undefined
      ? { value: local }
      : { source, name: String(local.name ?? local.value) };
  }
  return undefined;
}

/** `export const AppIcon = createIcon(set)` */
function declarationOrigin(statement: SyntaxNode, name: string): ExportOrigin | undefined {
  const declarators = childNodes(childNode(statement, 'declaration'), 'declarations');
  const declarator = declarators.find((each) => childNode(each, 'id')?.name === name);
  const value = childNode(declarator, 'init');
  return value && { value };
}
