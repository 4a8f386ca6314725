import type {
  AnyNode,
  AssignmentExpression,
  Expression,
  Identifier,
  Pattern,
  Program,
  VariableDeclarator,
} from 'acorn';
import type { FunctionNode } from './functions.ts';
import { identifiersIn } from './patterns.ts';
import { lookUpVariable, type Scope, type Variable } from './scope.ts';
import { isReference, type NodePath, walk } from './walk.ts';

/** One place that sets a variable. */
export type Binding =
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
  const index = new VariableIndex();
  walk(program, (path) => index.add(path));
  return index.toModuleCode(program);
}

/** Operators that set a variable to the right side, or keep it. */
const ASSIGNS_RIGHT_SIDE = /^(=|\|\|=|&&=|\?\?=)$/;

/** Variables of a program, collected while its nodes are visited. */
class VariableIndex {
  readonly #paths = new Map<AnyNode, NodePath>();
  readonly #bindings = new Map<Variable, Binding[]>();
  readonly #references = new Map<Variable, NodePath[]>();
  /** Identifiers that are set, and not read. */
  readonly #assigned = new Set<AnyNode>();
  #rootScope: Scope | undefined;

  add(path: NodePath): void {
    const { node, scope } = path;
    this.#rootScope ??= scope;
    this.#paths.set(node, path);
    this.#collectBindings(path);
    if (node.type === 'Identifier' && isReference(path)) {
      addToVariable(this.#references, node.name, scope, path);
    }
  }

  toModuleCode(program: Program): ModuleCode {
    // An identifier may be visited before the pattern that sets it.
    for (const [declared, all] of this.#references) {
      const read = all.filter(({ node }) => !this.#assigned.has(node));
      this.#references.set(declared, read);
    }
    return {
      program,
      scopeAt: (node) => this.#paths.get(node)?.scope ?? (this.#rootScope as Scope),
      ancestors: (node) => this.#paths.get(node)?.ancestors ?? [],
      bindings: (declared) => this.#bindings.get(declared) ?? [],
      references: (declared) => this.#references.get(declared) ?? [],
    };
  }

  #collectBindings({ node, scope, ancestors }: NodePath): void {
    switch (node.type) {
      case 'VariableDeclarator':
        this.#addDeclarator(node, scope, ancestors);
        break;
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        this.#addFunction(node, scope);
        break;
      case 'AssignmentExpression':
        this.#addAssignment(node, scope);
        break;
      case 'ForOfStatement':
      case 'ForInStatement':
        if (!/^VariableDeclaration$|^MemberExpression$/.test(node.left.type)) {
          this.#addBinding(node.left as Pattern, scope, { from: 'unknown' });
        }
        break;
      case 'UpdateExpression':
        if (node.argument.type === 'Identifier')
          this.#addBinding(node.argument, scope, { from: 'unknown' });
        break;
      default:
        this.#addTypeScriptNode(node, scope);
    }
  }

  #addDeclarator(
    { id: pattern, init: value }: VariableDeclarator,
    scope: Scope,
    ancestors: readonly AnyNode[],
  ): void {
    const loop = ancestors.at(-2);
    const isLoop = loop?.type === 'ForOfStatement' || loop?.type === 'ForInStatement';
    if (isLoop && loop.left === ancestors.at(-1)) {
      const kind = loop.type === 'ForOfStatement' ? 'of' : 'in';
      this.#addBinding(pattern, scope, { from: 'loop', pattern, over: loop.right, kind });
    } else if (value) this.#addBinding(pattern, scope, { from: 'value', pattern, value });
    else this.#markAssigned(pattern);
  }

  #addFunction(node: FunctionNode, scope: Scope): void {
    if (node.type !== 'ArrowFunctionExpression' && node.id) {
      this.#addBinding(node.id, scope, { from: 'function', function: node });
    }
    for (const [index, pattern] of node.params.entries()) {
      this.#addBinding(pattern, scope, { from: 'argument', pattern, function: node, index });
    }
  }

  #addAssignment({ left, right, operator }: AssignmentExpression, scope: Scope): void {
    if (left.type === 'MemberExpression') return;
    const binding: Binding = ASSIGNS_RIGHT_SIDE.test(operator)
      ? { from: 'value', pattern: left, value: right }
      : { from: 'unknown' };
    this.#addBinding(left, scope, binding);
  }

  #addTypeScriptNode(node: AnyNode, scope: Scope): void {
    const { type, id } = node as unknown as { readonly type: string; readonly id: Pattern };
    if (type === 'TSEnumDeclaration') this.#addBinding(id, scope, { from: 'enum', enum: node });
    // A namespace adds to the enum of its name.
    if (type === 'TSModuleDeclaration') this.#addBinding(id, scope, { from: 'unknown' });
  }

  #addBinding(pattern: Pattern, scope: Scope, binding: Binding): void {
    for (const { name } of this.#markAssigned(pattern)) {
      addToVariable(this.#bindings, name, scope, binding);
    }
  }

  #markAssigned(pattern: Pattern): readonly Identifier[] {
    const names = identifiersIn(pattern);
    for (const each of names) this.#assigned.add(each);
    return names;
  }
}

function addToVariable<T>(map: Map<Variable, T[]>, name: string, scope: Scope, value: T): void {
  const declared = lookUpVariable(name, scope);
  if (!declared) return;
  const list = map.get(declared);
  if (list) list.push(value);
  else map.set(declared, [value]);
}
