import type { AnyNode, ImportDeclaration, Pattern, VariableDeclaration } from 'acorn';
import { childrenOf } from './child-nodes.ts';
import { identifiersIn } from './patterns.ts';
import type { Scope } from './scope.ts';

/** Adds a variable whose value is not followed. */
export function addOpaque(name: string, scope: Scope): void {
  scope.names.set(name, { kind: 'other' });
}

/** Adds the variables of a pattern, or of `constructor(private icon)` in TypeScript source. */
export function addPattern(node: Pattern, scope: Scope): void {
  const { parameter } = node as { readonly parameter?: Pattern };
  for (const { name } of identifiersIn(parameter ?? node)) addOpaque(name, scope);
}

/** Adds the block-scoped declarations of statements. */
export function addLexical(nodes: readonly AnyNode[], scope: Scope): void {
  for (const node of nodes) {
    const declaration =
      node.type === 'ExportNamedDeclaration' || node.type === 'ExportDefaultDeclaration'
        ? node.declaration
        : node;
    if (declaration) addDeclaration(declaration, scope);
  }
}

function addDeclaration(node: AnyNode, scope: Scope): void {
  switch (node.type) {
    case 'VariableDeclaration':
      addVariables(node, scope);
      break;
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
      if (node.id) addOpaque(node.id.name, scope);
      break;
    case 'ImportDeclaration':
      addImports(node, scope);
      break;
    default:
      addEnum(node as object, scope);
  }
}

function addVariables({ declarations, kind }: VariableDeclaration, scope: Scope): void {
  for (const { id, init } of declarations) {
    if (id.type === 'Identifier' && init && kind !== 'var') {
      const isConstant = kind === 'const';
      scope.names.set(id.name, { kind: isConstant ? 'const' : 'let', value: init, scope });
    } else addPattern(id, scope);
  }
}

function addImports({ specifiers, source }: ImportDeclaration, scope: Scope): void {
  for (const each of specifiers) {
    const imported = importedName(each);
    scope.names.set(each.local.name, { kind: 'import', source: String(source.value), imported });
  }
}

/** `*` for a namespace. */
function importedName(specifier: ImportDeclaration['specifiers'][number]): string {
  if (specifier.type === 'ImportDefaultSpecifier') return 'default';
  if (specifier.type === 'ImportNamespaceSpecifier') return '*';
  const { imported } = specifier;
  return imported.type === 'Identifier' ? imported.name : String(imported.value);
}

/** Adds `enum Icon { … }` in TypeScript source. */
function addEnum(
  node: { readonly type?: string; readonly id?: { readonly name: string } },
  scope: Scope,
): void {
  if (node.type === 'TSEnumDeclaration' && node.id) addOpaque(node.id.name, scope);
}

/** Adds the members of an enum, which its initializers see as variables. */
export function addEnumMembers(
  node: {
    readonly type?: string;
    readonly members?: readonly EnumMemberId[];
    readonly body?: object;
  },
  scope: Scope,
): void {
  if (node.type !== 'TSEnumDeclaration') return;
  const { members } = node.members ? node : (node.body as { members?: readonly EnumMemberId[] });
  for (const { id } of members ?? []) if (id.name !== undefined) addOpaque(id.name, scope);
}

interface EnumMemberId {
  readonly id: { readonly name?: string };
}

/** Adds `var` declarations, which are scoped to the function and not to the block. */
export function addHoisted(node: AnyNode, scope: Scope): void {
  if (node.type === 'VariableDeclaration' && node.kind === 'var') {
    for (const { id } of node.declarations) addPattern(id, scope);
  }
  for (const child of childrenOf(node)) {
    if (!/Function|^Class/.test(child.type)) addHoisted(child, scope);
  }
}
