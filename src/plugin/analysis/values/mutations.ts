import type { AnyNode, AssignmentExpression, AssignmentProperty, Pattern, Property } from 'acorn';
import type { ModuleCode } from '../../../code/bindings.ts';
import { isFunction } from '../../../code/functions.ts';
import { identifiersIn } from '../../../code/patterns.ts';
import { lookUpVariable, type Variable } from '../../../code/scope.ts';
import { canChange, mapValues, type PossibleValues, partsOf } from './model.ts';
import { isReadingMethod, isUnchangedBy } from './mutating-calls.ts';
import { callsOfFunction } from './result-uses.ts';
import type { MutationCheck, ValueFlow } from './value-flow.ts';

/** Nodes whose value is that of a part. */
const TRANSPARENT_NODES =
  /^(TS(As|Satisfies|NonNull|Instantiation)Expression|TSTypeAssertion|ParenthesizedExpression|ChainExpression|LogicalExpression|AwaitExpression)$/;

/**
 * Checks that a module never changes the object or list in a variable. Passing it to an unknown
 * function counts as a change, and so does putting it where it is not followed.
 */
export function isNeverMutated(declared: Variable, check: MutationCheck): boolean {
  return new MutationSearch(check).isUnchangedVariable(declared);
}

class MutationSearch implements ValueFlow {
  readonly code: ModuleCode;
  readonly allowsReordering: boolean;
  readonly literalValues: (node: AnyNode) => PossibleValues;
  /** Variables and functions whose uses are checked already. */
  readonly #visited = new Set<unknown>();

  constructor({ code, literalValues, allowsReordering }: MutationCheck) {
    this.code = code;
    this.literalValues = literalValues;
    this.allowsReordering = allowsReordering;
  }

  isUnchangedVariable(variable: Variable): boolean {
    if (this.#visited.has(variable)) return true;
    this.#visited.add(variable);
    return this.code.references(variable).every(({ node }) => this.isUnchanged(node, node));
  }

  areUnchanged(node: AnyNode): boolean {
    if (node.type === 'VariableDeclaration') {
      return node.declarations.every(({ id }) => this.areUnchanged(id));
    }
    if (node.type === 'MemberExpression') return false;
    return identifiersIn(node as Pattern).every((each) => {
      const copy = lookUpVariable(each.name, this.code.scopeAt(each));
      return !copy || this.isUnchangedVariable(copy);
    });
  }

  isUnchanged(node: AnyNode, holder: AnyNode): boolean {
    const parent = this.code.ancestors(node).at(-1);
    if (!parent) return true;
    if (TRANSPARENT_NODES.test(parent.type)) return this.isUnchanged(parent, holder);
    switch (parent.type) {
      case 'MemberExpression':
        return parent.object !== node || this.isUnchanged(parent, parent);
      case 'ConditionalExpression':
        return parent.test === node || this.isUnchanged(parent, holder);
      case 'SequenceExpression':
        return parent.expressions.at(-1) !== node || this.isUnchanged(parent, holder);
      case 'AssignmentExpression':
        return this.#isUnchangedAssignment(parent, node, holder);
      case 'UnaryExpression':
        return parent.operator !== 'delete';
      case 'NewExpression':
      case 'CallExpression':
        if ((parent.callee as AnyNode) !== node) return isUnchangedBy(this, parent, node, holder);
        if (node.type === 'MemberExpression') return isReadingMethod(this, parent, node);
        return !this.isObject(parent) || this.isUnchanged(parent, parent);
      default:
        return this.#isUnchangedTarget(parent, node) && this.#isUnchangedIn(parent, node, holder);
    }
  }

  hasObjects(node: AnyNode): boolean {
    const inside = mapValues(this.literalValues(node), partsOf);
    return inside?.some(canChange) ?? true;
  }

  isObject(node: AnyNode): boolean {
    return this.literalValues(node)?.some(canChange) ?? false;
  }

  #isUnchangedAssignment(
    assignment: AssignmentExpression,
    node: AnyNode,
    holder: AnyNode,
  ): boolean {
    const { left } = assignment;
    // An assignment to the variable itself adds one of its values.
    if (left === node) return node.type === 'Identifier';
    if (!this.isObject(holder)) return true;
    return this.areUnchanged(left) && this.isUnchanged(assignment, holder);
  }

  /** Checks a node that sets the expression, or sets variables to its value or elements. */
  #isUnchangedTarget(parent: AnyNode, node: AnyNode): boolean {
    switch (parent.type) {
      case 'UpdateExpression':
      case 'ArrayPattern':
      case 'RestElement':
        return false;
      case 'AssignmentPattern':
      case 'ForOfStatement':
        return parent.left !== node && this.areUnchanged(parent.left);
      case 'ForInStatement':
        return parent.left !== node;
      case 'VariableDeclarator':
        return this.areUnchanged(parent.id);
      default:
        return true;
    }
  }

  /** Checks a node that passes the value on in an object or as a result. */
  #isUnchangedIn(parent: AnyNode, node: AnyNode, holder: AnyNode): boolean {
    switch (parent.type) {
      case 'Property':
        return parent.value !== node || this.#isUnchangedProperty(parent, holder);
      case 'ArrayExpression':
        return !this.isObject(holder) || this.isUnchanged(parent, holder);
      case 'SpreadElement':
        return !this.hasObjects(holder) || this.#isUnchangedSpread(parent);
      case 'PropertyDefinition':
        return parent.value !== node || !this.isObject(holder);
      case 'YieldExpression':
        return !this.isObject(holder);
      case 'TemplateLiteral':
        return !this.#isTagged(parent) || !this.isObject(holder);
      case 'ReturnStatement': {
        const owner = this.code.ancestors(node).findLast(isFunction);
        return !this.isObject(holder) || this.#isUnchangedResult(owner, holder);
      }
      case 'ArrowFunctionExpression': {
        const isResult = parent.body === node;
        return !isResult || !this.isObject(holder) || this.#isUnchangedResult(parent, holder);
      }
      default:
        return true;
    }
  }

  #isUnchangedProperty(property: Property | AssignmentProperty, holder: AnyNode): boolean {
    const object = this.code.ancestors(property).at(-1);
    if (object?.type !== 'ObjectExpression') return false;
    return !this.isObject(holder) || this.isUnchanged(object, holder);
  }

  #isUnchangedSpread(spread: AnyNode): boolean {
    const outer = this.code.ancestors(spread).at(-1);
    if (outer?.type === 'ArrayExpression' || outer?.type === 'ObjectExpression') {
      return this.isUnchanged(outer, outer);
    }
    if (outer?.type !== 'CallExpression' && outer?.type !== 'NewExpression') return false;
    return isUnchangedBy(this, outer, spread, spread);
  }

  #isTagged(template: AnyNode): boolean {
    return this.code.ancestors(template).at(-1)?.type === 'TaggedTemplateExpression';
  }

  /** Checks that a function keeps what it returns unchanged where it is called by its name. */
  #isUnchangedResult(node: AnyNode | undefined, holder: AnyNode): boolean {
    if (!node || this.#visited.has(node)) return true;
    this.#visited.add(node);
    return callsOfFunction(node, this.code).every((call) => this.isUnchanged(call, holder));
  }
}
