import type { AnyNode, Expression, Pattern, Program } from 'acorn';
import { lookUpVariable, type Scope, type Variable } from './scope.ts';
import { isReference, type NodePath, walk } from './walk.ts';

/** One place that sets a variable. */
type Binding =
  /** Destructured from an expression. */
  | { readonly from: 'value'; readonly pattern: Pattern; readonly value: Expression }
  /** Destructured from an argument of a function. */
  | {
      readonly from: 'argument';
      readonly pattern: Pattern;
      readonly function: AnyNode;
      readonly index: number;
    }
  /** Destructured from each element (`of`) or key (`in`) of a loop. */
  | {
      readonly from: 'loop';
      readonly pattern: Pattern;
      readonly over: Expression;
      readonly kind: 'of' | 'in';
    }
  | { readonly from: 'function'; readonly function: AnyNode }
  | { readonly from: 'enum'; readonly enum: AnyNode }
  | { readonly from: 'unknown' };

/** Code of a module, with the bindings of and references to its variables. */
export interface ModuleCode {
  readonly program: Program;
  /** Scope that contains a node, or that the node opens. */
  readonly scopeAt: (node: AnyNode) => Scope;
  /** Ancestors of a node, the nearest last. */
  readonly ancestors: (node: AnyNode) => readonly AnyNode[];
  /** All places that set a variable. */
  readonly bindings: (declared: Variable) => readonly Binding[];
  /** All places that read a variable. */
  readonly references: (declared: Variable) => readonly NodePath[];
}

/** Indexes the variables of a program. */
export function openModuleCode(program: Program): ModuleCode {
  const paths = new Map<AnyNode, NodePath>();
  const bindings = new Map<Variable, Binding[]>();
  const references = new Map<Variable, NodePath[]>();
  const assigned = new Set<AnyNode>();
  const root: { scope?: Scope } = {};

  walk(program, (path) => {
    const { node, scope } = path;
    root.scope ??= scope;
    paths.set(node, path);
    collectBindings(path);
    if (node.type === 'Identifier' && isReference(path)) addTo(references, node.name, scope, path);
  });
  for (const [declared, all] of references) {
    references.set(
      declared,
      all.filter(({ node }) => !assigned.has(node)),
    );
  }

  return {
    program,
    scopeAt: (node) => paths.get(node)?.scope ?? (root.scope as Scope),
    ancestors: (node) => paths.get(node)?.ancestors ?? [],
    bindings: (declared) => bindings.get(declared) ?? [],
    references: (declared) => references.get(declared) ?? [],
  };

  function collectBindings({ node, scope, ancestors }: NodePath): void {
    switch (node.type) {
      case 'VariableDeclarator': {
        const { id: pattern, init: value } = node;
        const loop = ancestors.at(-2);
        const isLoop = loop?.type === 'ForOfStatement' || loop?.type === 'ForInStatement';
        if (isLoop && loop.left === ancestors.at(-1)) {
          const kind = loop.type === 'ForOfStatement' ? 'of' : 'in';
          addBinding(pattern, scope, { from: 'loop', pattern, over: loop.right, kind });
        } else if (value) addBinding(pattern, scope, { from: 'value', pattern, value });
        else markAssigned(pattern);
        return;
      }
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        if (node.type !== 'ArrowFunctionExpression' && node.id) {
          addBinding(node.id, scope, { from: 'function', function: node });
        }
        node.params.forEach((pattern, index) => {
          addBinding(pattern, scope, { from: 'argument', pattern, function: node, index });
        });
        return;
      case 'AssignmentExpression':
        if (node.left.type === 'MemberExpression') return;
        addBinding(
          node.left,
          scope,
          /^(=|\|\|=|&&=|\?\?=)$/.test(node.operator)
            ? { from: 'value', pattern: node.left, value: node.right }
            : { from: 'unknown' },
        );
        return;
      case 'ForOfStatement':
      case 'ForInStatement':
        if (!/^VariableDeclaration$|^MemberExpression$/.test(node.left.type)) {
          addBinding(node.left as Pattern, scope, { from: 'unknown' });
        }
        return;
      case 'UpdateExpression':
        if (node.argument.type === 'Identifier')
          addBinding(node.argument, scope, { from: 'unknown' });
        return;
      default:
        if ((node.type as string) === 'TSEnumDeclaration') {
          const { id } = node as unknown as { readonly id: Pattern };
          addBinding(id, scope, { from: 'enum', enum: node });
        } else if ((node.type as string) === 'TSModuleDeclaration') {
          // A namespace adds to the enum of its name.
          const { id } = node as unknown as { readonly id: Pattern };
          addBinding(id, scope, { from: 'unknown' });
        }
    }
  }

  function addBinding(pattern: Pattern, scope: Scope, binding: Binding): void {
    for (const { name } of markAssigned(pattern)) addTo(bindings, name, scope, binding);
  }

  function markAssigned(pattern: Pattern) {
    const names = identifiersIn(pattern);
    for (const each of names) assigned.add(each);
    return names;
  }
}

function addTo<T>(map: Map<Variable, T[]>, name: string, scope: Scope, value: T): void {
  const declared = lookUpVariable(name, scope);
  if (!declared) return;
  const list = map.get(declared);
  if (list) list.push(value);
  else map.set(declared, [value]);
}

/** Variables of a destructuring pattern. */
export function identifiersIn(node: Pattern): readonly Extract<AnyNode, { type: 'Identifier' }>[] {
  switch (node.type) {
    case 'Identifier':
      return [node];
    case 'ObjectPattern':
      return node.properties.flatMap((each) =>
        identifiersIn(each.type === 'RestElement' ? each.argument : each.value),
      );
    case 'ArrayPattern':
      return node.elements.flatMap((each) => (each ? identifiersIn(each) : []));
    case 'AssignmentPattern':
      return identifiersIn(node.left);
    case 'RestElement':
      return identifiersIn(node.argument);
    default:
      return [];
  }
}
