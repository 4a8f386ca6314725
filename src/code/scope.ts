import type { AnyNode, Expression, Pattern } from 'acorn';

/** Variable of a scope. */
export type Variable =
  | { readonly kind: 'import'; readonly source: string; readonly imported: string }
  /** A constant that is set where it is declared, in this scope. */
  | { readonly kind: 'const'; readonly value: Expression; readonly scope: Scope }
  /** The same, but it may be set again. */
  | { readonly kind: 'let'; readonly value: Expression; readonly scope: Scope }
  | { readonly kind: 'other' };

export interface Scope {
  readonly parent: Scope | undefined;
  readonly names: Map<string, Variable>;
}

/** Finds the variable that a name refers to in a scope. */
export function lookUpVariable(name: string, from: Scope): Variable | undefined {
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
      addHoisted(node, scope);
      addLexical(node.body, scope);
      return scope;
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      for (const param of node.params) addPattern(param, scope);
      if (node.type === 'FunctionExpression' && node.id) addOpaque(node.id.name, scope);
      addHoisted(node.body, scope);
      return scope;
    case 'BlockStatement':
    case 'StaticBlock':
      addLexical(node.body, scope);
      break;
    case 'SwitchStatement':
      addLexical(
        node.cases.flatMap(({ consequent }) => consequent),
        scope,
      );
      break;
    case 'ForStatement':
      if (node.init) addLexical([node.init], scope);
      break;
    case 'ForInStatement':
    case 'ForOfStatement':
      addLexical([node.left], scope);
      break;
    case 'CatchClause':
      if (node.param) addPattern(node.param, scope);
      break;
    case 'ClassExpression':
      if (node.id) addOpaque(node.id.name, scope);
      break;
    default:
      addEnumMembers(node as object, scope);
  }
  return scope.names.size > 0 || !parent ? scope : parent;
}

function addOpaque(name: string, scope: Scope): void {
  scope.names.set(name, { kind: 'other' });
}

function addPattern(node: Pattern, scope: Scope): void {
  switch (node.type) {
    case 'Identifier':
      addOpaque(node.name, scope);
      break;
    case 'ObjectPattern':
      for (const each of node.properties) {
        addPattern(each.type === 'RestElement' ? each.argument : each.value, scope);
      }
      break;
    case 'ArrayPattern':
      for (const each of node.elements) if (each) addPattern(each, scope);
      break;
    case 'AssignmentPattern':
      addPattern(node.left, scope);
      break;
    case 'RestElement':
      addPattern(node.argument, scope);
      break;
    default:
      addParameterProperty(node as object, scope);
  }
}

/** Adds `constructor(private icon)` in TypeScript source. */
function addParameterProperty(node: { readonly parameter?: Pattern }, scope: Scope): void {
  if (node.parameter) addPattern(node.parameter, scope);
}

/** Adds the block-scoped declarations of statements. */
function addLexical(nodes: readonly AnyNode[], scope: Scope): void {
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
            const kind = declaration.kind === 'const' ? 'const' : 'let';
            scope.names.set(id.name, { kind, value: init, scope });
          } else addPattern(id, scope);
        }
        break;
      case 'FunctionDeclaration':
      case 'ClassDeclaration':
        if (declaration.id) addOpaque(declaration.id.name, scope);
        break;
      case 'ImportDeclaration':
        for (const each of declaration.specifiers) {
          scope.names.set(each.local.name, {
            kind: 'import',
            source: String(declaration.source.value),
            imported: importedName(each),
          });
        }
        break;
      default:
        addEnum(declaration as object, scope);
    }
  }
}

/** Adds `enum Icon { … }` in TypeScript source. */
function addEnum(
  node: { readonly type?: string; readonly id?: { readonly name: string } },
  scope: Scope,
): void {
  if (node.type === 'TSEnumDeclaration' && node.id) addOpaque(node.id.name, scope);
}

/** Members of an enum, which its initializers see as variables. */
function addEnumMembers(
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

type ImportSpecifierNode = Extract<AnyNode, { type: 'ImportDeclaration' }>['specifiers'][number];

/** `*` for a namespace. */
function importedName(specifier: ImportSpecifierNode): string {
  if (specifier.type === 'ImportDefaultSpecifier') return 'default';
  if (specifier.type === 'ImportNamespaceSpecifier') return '*';
  const { imported } = specifier;
  return imported.type === 'Identifier' ? imported.name : String(imported.value);
}

/** Adds `var` declarations, which are scoped to the function and not to the block. */
function addHoisted(node: AnyNode, scope: Scope): void {
  if (node.type === 'VariableDeclaration' && node.kind === 'var') {
    for (const { id } of node.declarations) addPattern(id, scope);
  }
  for (const child of childrenOf(node)) {
    if (!/Function|^Class/.test(child.type)) addHoisted(child, scope);
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
