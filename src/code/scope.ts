import type { AnyNode, Expression, Pattern } from 'acorn';

/** Variable of a scope. */
export type Declared =
  | { readonly is: 'import'; readonly source: string; readonly imported: string }
  /** A constant that is set where it is declared, in this scope. */
  | { readonly is: 'const'; readonly value: Expression; readonly scope: Scope }
  /** The same, but it may be set again. */
  | { readonly is: 'let'; readonly value: Expression; readonly scope: Scope }
  | { readonly is: 'other' };

export interface Scope {
  readonly parent: Scope | undefined;
  readonly names: Map<string, Declared>;
}

/** Finds the variable that a name refers to in a scope. */
export function lookUp(name: string, from: Scope): Declared | undefined {
  for (let scope: Scope | undefined = from; scope; scope = scope.parent) {
    const declared = scope.names.get(name);
    if (declared) return declared;
  }
  return undefined;
}

/** Scope that a node creates, or the one that contains it. */
export function scopeOf(node: AnyNode, parent: Scope | undefined): Scope {
  const scope: Scope = { parent, names: new Map() };
  switch (node.type) {
    case 'Program':
      hoist(node, scope);
      lexical(node.body, scope);
      return scope;
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      for (const param of node.params) pattern(param, scope);
      if (node.type === 'FunctionExpression' && node.id) other(node.id.name, scope);
      hoist(node.body, scope);
      return scope;
    case 'BlockStatement':
    case 'StaticBlock':
      lexical(node.body, scope);
      break;
    case 'SwitchStatement':
      lexical(
        node.cases.flatMap(({ consequent }) => consequent),
        scope,
      );
      break;
    case 'ForStatement':
      if (node.init) lexical([node.init], scope);
      break;
    case 'ForInStatement':
    case 'ForOfStatement':
      lexical([node.left], scope);
      break;
    case 'CatchClause':
      if (node.param) pattern(node.param, scope);
      break;
    case 'ClassExpression':
      if (node.id) other(node.id.name, scope);
      break;
    default:
      enumMembers(node as object, scope);
  }
  return scope.names.size > 0 || !parent ? scope : parent;
}

function other(name: string, scope: Scope): void {
  scope.names.set(name, { is: 'other' });
}

function pattern(node: Pattern, scope: Scope): void {
  switch (node.type) {
    case 'Identifier':
      other(node.name, scope);
      break;
    case 'ObjectPattern':
      for (const each of node.properties) {
        pattern(each.type === 'RestElement' ? each.argument : each.value, scope);
      }
      break;
    case 'ArrayPattern':
      for (const each of node.elements) if (each) pattern(each, scope);
      break;
    case 'AssignmentPattern':
      pattern(node.left, scope);
      break;
    case 'RestElement':
      pattern(node.argument, scope);
      break;
    default:
      parameterProperty(node as object, scope);
  }
}

/** Adds `constructor(private icon)` in TypeScript source. */
function parameterProperty(node: { readonly parameter?: Pattern }, scope: Scope): void {
  if (node.parameter) pattern(node.parameter, scope);
}

/** Adds the block-scoped declarations of statements. */
function lexical(nodes: readonly AnyNode[], scope: Scope): void {
  for (const node of nodes) {
    const declaration =
      node.type === 'ExportNamedDeclaration' || node.type === 'ExportDefaultDeclaration'
        ? node.declaration
        : node;
    if (!declaration) continue;
    switch (declaration.type) {
      case 'VariableDeclaration':
        for (const { id, init } of declaration.declarations) {
          if (id.type === 'Identifier' && init && declaration.kind !== 'var') {
            const is = declaration.kind === 'const' ? 'const' : 'let';
            scope.names.set(id.name, { is, value: init, scope });
          } else pattern(id, scope);
        }
        break;
      case 'FunctionDeclaration':
      case 'ClassDeclaration':
        if (declaration.id) other(declaration.id.name, scope);
        break;
      case 'ImportDeclaration':
        for (const each of declaration.specifiers) {
          scope.names.set(each.local.name, {
            is: 'import',
            source: String(declaration.source.value),
            imported: importedName(each),
          });
        }
        break;
      default:
        enumeration(declaration as object, scope);
    }
  }
}

/** Adds `enum Icon { … }` in TypeScript source. */
function enumeration(
  node: { readonly type?: string; readonly id?: { readonly name: string } },
  scope: Scope,
): void {
  if (node.type === 'TSEnumDeclaration' && node.id) other(node.id.name, scope);
}

/** Members of an enum, which its initializers see as variables. */
function enumMembers(
  node: {
    readonly type?: string;
    readonly members?: readonly EnumMember[];
    readonly body?: object;
  },
  scope: Scope,
): void {
  if (node.type !== 'TSEnumDeclaration') return;
  const { members } = node.members ? node : (node.body as { members?: readonly EnumMember[] });
  for (const { id } of members ?? []) if (id.name !== undefined) other(id.name, scope);
}

interface EnumMember {
  readonly id: { readonly name?: string };
}

type Specifier = Extract<AnyNode, { type: 'ImportDeclaration' }>['specifiers'][number];

/** `*` for a namespace. */
function importedName(specifier: Specifier): string {
  if (specifier.type === 'ImportDefaultSpecifier') return 'default';
  if (specifier.type === 'ImportNamespaceSpecifier') return '*';
  const { imported } = specifier;
  return imported.type === 'Identifier' ? imported.name : String(imported.value);
}

/** Adds `var` declarations, which are scoped to the function and not to the block. */
function hoist(node: AnyNode, scope: Scope): void {
  if (node.type === 'VariableDeclaration' && node.kind === 'var') {
    for (const { id } of node.declarations) pattern(id, scope);
  }
  for (const child of childrenOf(node)) {
    if (!/Function|^Class/.test(child.type)) hoist(child, scope);
  }
}

/** Child nodes of a node, mostly in source order. */
export function childrenOf(node: AnyNode): readonly AnyNode[] {
  return Object.values(node).flatMap((value: unknown) =>
    Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [],
  );
}

function isNode(value: unknown): value is AnyNode {
  return typeof (value as AnyNode | null)?.type === 'string';
}
