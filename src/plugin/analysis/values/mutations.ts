import type { AnyNode, CallExpression, NewExpression, Pattern } from 'acorn';
import type { ModuleCode } from '../../../code/bindings.ts';
import { parseIconloomImport } from '../../../code/module-ids.ts';
import { identifiersIn } from '../../../code/patterns.ts';
import { lookUpVariable, type Scope, type Variable } from '../../../code/scope.ts';
import { calleeName, frameworkFunction } from '../callee-name.ts';
import { createsComponent } from '../components.ts';
import { canChange, mapValues, type PossibleValues, type StaticValue } from './model.ts';
import { compiledMembers } from './objects.ts';

/** Methods that change their object. */
const MUTATING_METHODS =
  /^(push|pop|shift|unshift|splice|fill|copyWithin|set|add|delete|clear|assign|update)$/;

/** Methods that only change the order of a list. */
const REORDERING_METHODS = /^(sort|reverse)$/;

/** Methods whose result holds elements of their object, or is it. */
const RETURNING_ELEMENTS =
  /^(at|concat|entries|filter|find|findLast|flat|flatMap|get|map|reverse|slice|sort|then|toReversed|toSorted|values|valueOf)$/;

/** Built-in functions that never change their arguments. */
const PURE_BUILTINS =
  /^(keys|values|entries|freeze|fromEntries|hasOwn|from|isArray|log|stringify|Set|Map|String|Boolean)$/;

/** Functions of frameworks that never change their arguments. */
const PURE_HELPERS =
  /^(renderList|ssrRenderList|each|ensure_array_like|get|unref|toValue|computed|useMemo|createMemo|ref|shallowRef|readonly|proxy|mergeProps|normalizeProps|guardReactiveProps|spread_props|toDisplayString)$/;

/** Methods of lists that never change their arguments. */
const PURE_METHODS = /^(concat|includes|indexOf|lastIndexOf)$/;

/** Nodes whose value is that of a part. */
const TRANSPARENT_NODES =
  /^(TS(As|Satisfies|NonNull|Instantiation)Expression|TSTypeAssertion|ParenthesizedExpression|ChainExpression|LogicalExpression|AwaitExpression)$/;

/** Function expression or declaration. */
type FunctionNode = Extract<AnyNode, { type: 'ArrowFunctionExpression' }>;

/** Options of a check. */
export interface MutationCheck {
  readonly code: ModuleCode;
  /** Evaluates an expression by its literals, even if code changes them. */
  readonly literalValues: (node: AnyNode) => PossibleValues;
  /** Ignores changes of the order of a list. */
  readonly allowsReordering: boolean;
}

/**
 * Checks that a module never changes the object or list in a variable. Passing it to an unknown
 * function counts as a change, and so does putting it where it is not followed.
 */
export function isNeverMutated(
  declared: Variable,
  { code, literalValues, allowsReordering }: MutationCheck,
): boolean {
  const visited = new Set<unknown>();
  return isUnchangedVariable(declared);

  function isUnchangedVariable(variable: Variable): boolean {
    if (visited.has(variable)) return true;
    visited.add(variable);
    return code.references(variable).every(({ node }) => isUnchanged(node, node));
  }

  /** Checks that the variables of a pattern are never changed; other targets are not followed. */
  function areUnchanged(node: AnyNode): boolean {
    if (node.type === 'VariableDeclaration') {
      return node.declarations.every(({ id }) => areUnchanged(id));
    }
    if (node.type === 'MemberExpression') return false;
    return identifiersIn(node as Pattern).every((each) => {
      const copy = lookUpVariable(each.name, code.scopeAt(each));
      return !copy || isUnchangedVariable(copy);
    });
  }

  /**
   * Checks that nothing changes the value of an expression where it goes from there.
   *
   * @param holder part of it whose value is followed
   */
  function isUnchanged(node: AnyNode, holder: AnyNode): boolean {
    const ancestors = code.ancestors(node);
    const parent = ancestors.at(-1);
    if (!parent) return true;
    if (TRANSPARENT_NODES.test(parent.type)) return isUnchanged(parent, holder);
    switch (parent.type) {
      case 'MemberExpression':
        return parent.object !== node || isUnchanged(parent, parent);
      case 'ConditionalExpression':
        return parent.test === node || isUnchanged(parent, holder);
      case 'SequenceExpression':
        return parent.expressions.at(-1) !== node || isUnchanged(parent, holder);
      case 'AssignmentExpression':
        // An assignment to the variable itself adds one of its values.
        if (parent.left === node) return node.type === 'Identifier';
        return !isObject(holder) || (areUnchanged(parent.left) && isUnchanged(parent, holder));
      case 'AssignmentPattern':
        return parent.left !== node && areUnchanged(parent.left);
      case 'UpdateExpression':
      case 'ArrayPattern':
      case 'RestElement':
        return false;
      case 'Property': {
        const outer = ancestors.at(-2);
        if (parent.value !== node) return true;
        if (outer?.type !== 'ObjectExpression') return false;
        return !isObject(holder) || isUnchanged(outer, holder);
      }
      case 'ArrayExpression':
        return !isObject(holder) || isUnchanged(parent, holder);
      case 'SpreadElement':
        return !hasObjects(holder) || isUnchangedSpread(parent, ancestors.at(-2));
      case 'PropertyDefinition':
        return parent.value !== node || !isObject(holder);
      case 'YieldExpression':
        return !isObject(holder);
      case 'TemplateLiteral':
        return ancestors.at(-2)?.type !== 'TaggedTemplateExpression' || !isObject(holder);
      case 'UnaryExpression':
        return parent.operator !== 'delete';
      case 'ForInStatement':
        return parent.left !== node;
      case 'ForOfStatement':
        return parent.left !== node && areUnchanged(parent.left);
      case 'VariableDeclarator':
        return areUnchanged(parent.id);
      case 'ReturnStatement':
        return !isObject(holder) || isUnchangedResult(ancestors.findLast(isFunction), holder);
      case 'ArrowFunctionExpression':
        return parent.body !== node || !isObject(holder) || isUnchangedResult(parent, holder);
      case 'NewExpression':
      case 'CallExpression':
        if ((parent.callee as AnyNode) !== node) return isUnchangedBy(parent, node, holder);
        if (node.type === 'MemberExpression') return isReadingMethod(parent, node);
        return !isObject(parent) || isUnchanged(parent, parent);
      default:
        return true;
    }
  }

  function isUnchangedSpread(spread: AnyNode, outer: AnyNode | undefined): boolean {
    if (outer?.type === 'ArrayExpression' || outer?.type === 'ObjectExpression') {
      return isUnchanged(outer, outer);
    }
    if (outer?.type !== 'CallExpression' && outer?.type !== 'NewExpression') return false;
    return isUnchangedBy(outer, spread, spread);
  }

  /** Checks that a function keeps what it returns unchanged where it is called by its name. */
  function isUnchangedResult(node: AnyNode | undefined, holder: AnyNode): boolean {
    if (!node || visited.has(node)) return true;
    visited.add(node);
    const parent = code.ancestors(node).at(-1);
    if (parent?.type === 'CallExpression') return isUnchanged(parent, holder);
    if (parent?.type === 'Property') return isUnchangedThrough(parent, holder);
    const name =
      node.type === 'FunctionDeclaration'
        ? node.id
        : parent?.type === 'VariableDeclarator'
          ? parent.id
          : undefined;
    if (name?.type !== 'Identifier') return true;
    const variable = lookUpVariable(name.name, code.scopeAt(parent ?? node));
    if (!variable) return true;
    return code.references(variable).every(({ node: reference, ancestors }) => {
      const call = ancestors.at(-1);
      return (
        call?.type !== 'CallExpression' || call.callee !== reference || isUnchanged(call, holder)
      );
    });
  }

  /** The same for a method or getter of an object in a variable. */
  function isUnchangedThrough(property: AnyNode, holder: AnyNode): boolean {
    const declarator = code.ancestors(property).at(-2);
    if (declarator?.type !== 'VariableDeclarator') return true;
    const { id } = declarator;
    const variable =
      id.type === 'Identifier' ? lookUpVariable(id.name, code.scopeAt(declarator)) : undefined;
    if (!variable) return true;
    return code.references(variable).every(({ node, ancestors }) => {
      const [call, member] = [ancestors.at(-2), ancestors.at(-1)];
      if (member?.type !== 'MemberExpression' || member.object !== node) return true;
      const isCall = call?.type === 'CallExpression' && call.callee === member;
      const { kind, key } = property as Extract<AnyNode, { type: 'Property' }>;
      const name = key.type === 'Identifier' ? key.name : undefined;
      const other = calleeName(member, code.scopeAt(member));
      if (name !== undefined && other !== undefined && name !== other) return true;
      return isCall && kind !== 'get' ? isUnchanged(call, holder) : isUnchanged(member, holder);
    });
  }

  /** Checks a call of a method of the value. */
  function isReadingMethod(call: CallExpression | NewExpression, callee: AnyNode): boolean {
    const scope = code.scopeAt(call);
    const method = calleeName(callee, scope);
    const functions = literalValues(callee);
    if (method === undefined) return functions?.every(isArrow) ?? false;
    if (MUTATING_METHODS.test(method) || (REORDERING_METHODS.test(method) && !allowsReordering))
      return false;
    // A function of the app may change the object that it is called on.
    if (functions?.some((value) => value.kind === 'function' && !isArrow(value))) return false;
    const { object } = callee as Extract<AnyNode, { type: 'MemberExpression' }>;
    if (!call.arguments.every((each) => isPureCallback(each, object))) return false;
    return !RETURNING_ELEMENTS.test(method) || !returnsObjects(call) || isUnchanged(call, call);
  }

  /** Checks a call that gets the value. */
  function isUnchangedBy(
    call: CallExpression | NewExpression,
    argument: AnyNode,
    holder: AnyNode,
  ): boolean {
    const { callee, arguments: args } = call;
    const scope = code.scopeAt(call);
    const called = calleeName(callee, scope) ?? '';
    if (createsComponent(called) || isOfIconloom(callee, scope)) return true;
    if (call.type === 'CallExpression' && compiledMembers(call, code)) return true;
    const isBuiltin =
      (isGlobal(callee, scope) && PURE_BUILTINS.test(called)) || isOfList(callee, called);
    if (isBuiltin || PURE_HELPERS.test(frameworkFunction(callee, scope) ?? '')) {
      return (
        args.every((each) => isPureCallback(each, holder)) &&
        (!returnsObjects(call) || isUnchanged(call, call))
      );
    }
    if (argument.type !== 'SpreadElement' && !isObject(holder)) return true;
    const own = functionOf(callee, scope);
    const index = (args as readonly AnyNode[]).indexOf(argument);
    const isPlain = args.slice(0, index + 1).every(({ type }) => type !== 'SpreadElement');
    return own !== undefined && isPlain && isUnchangedParameter(own, index);
  }

  function isOfList(callee: AnyNode, called: string): boolean {
    if (callee.type !== 'MemberExpression' || !PURE_METHODS.test(called)) return false;
    return literalValues(callee.object)?.every(({ kind }) => kind === 'list') ?? false;
  }

  function isUnchangedParameter({ params }: FunctionNode, index: number): boolean {
    const param = params[index];
    const isRest = params.some(({ type }) => type === 'RestElement');
    return param ? param.type !== 'RestElement' && areUnchanged(param) : !isRest;
  }

  /** Checks that a callback never changes its arguments, which are elements of the value. */
  function isPureCallback(node: AnyNode, holder: AnyNode): boolean {
    const own = functionOf(node, code.scopeAt(node));
    if (own) return own.params.every(areUnchanged);
    if (node.type === 'Identifier') {
      const isKnown = isGlobal(node, code.scopeAt(node)) && PURE_BUILTINS.test(node.name);
      return isKnown || literalValues(node) !== undefined || !hasObjects(holder);
    }
    return true;
  }

  /** Function of the module that an expression stands for. */
  function functionOf(node: AnyNode, scope: Scope): FunctionNode | undefined {
    if (isFunction(node)) return node as FunctionNode;
    const declared = node.type === 'Identifier' ? lookUpVariable(node.name, scope) : undefined;
    const [only, ...others] = declared ? code.bindings(declared) : [];
    if (!only || others.length > 0) return undefined;
    if (only.from === 'function') return only.function as FunctionNode;
    return only.from === 'value' && only.pattern.type === 'Identifier' && isFunction(only.value)
      ? (only.value as FunctionNode)
      : undefined;
  }

  /** Checks that the value of an expression may be an object, a list or a box. */
  function isObject(node: AnyNode): boolean {
    return literalValues(node)?.some(canChange) ?? false;
  }

  /** Checks that elements or properties of a value may be objects. */
  function hasObjects(node: AnyNode): boolean {
    const inside = mapValues(literalValues(node), (value) => partsOf(value));
    return inside?.some(canChange) ?? true;
  }

  /** Checks that a call may return objects that it got. */
  function returnsObjects(call: AnyNode): boolean {
    const values = literalValues(call);
    return values?.some(canChange) ?? false;
  }
}

function partsOf(value: StaticValue): PossibleValues {
  switch (value.kind) {
    case 'object':
      return value.member(undefined);
    case 'list':
      return value.at(undefined);
    case 'box':
      return value.content();
    default:
      return [];
  }
}

function isArrow(value: StaticValue): boolean {
  return value.kind === 'function' && value.node.type === 'ArrowFunctionExpression';
}

function isFunction({ type }: AnyNode): boolean {
  return /^(ArrowFunctionExpression|FunctionExpression|FunctionDeclaration)$/.test(type);
}

/** Checks that a function is a global one. */
function isGlobal(callee: AnyNode, scope: Scope): boolean {
  const holder = callee.type === 'MemberExpression' ? callee.object : callee;
  return holder.type === 'Identifier' && !lookUpVariable(holder.name, scope);
}

function isOfIconloom(callee: AnyNode, scope: Scope): boolean {
  const declared = callee.type === 'Identifier' ? lookUpVariable(callee.name, scope) : undefined;
  return declared?.kind === 'import' && parseIconloomImport(declared.source) !== undefined;
}
