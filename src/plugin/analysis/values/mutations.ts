import type { AnyNode, Pattern } from 'acorn';
import { identifiersIn, type ModuleCode } from '../../../code/bindings.ts';
import { type Declared, lookUp, type Scope } from '../../../code/scope.ts';
import { calledOf, frameworkFunction } from '../called.ts';
import { isCreating } from '../components.ts';
import { canChange, type Values } from './model.ts';

/** Methods that change their object. */
const MUTATING =
  /^(push|pop|shift|unshift|splice|fill|copyWithin|set|add|delete|clear|assign|update)$/;

/** Built-in functions that never change their arguments. */
const PURE_BUILTINS =
  /^(keys|values|entries|freeze|fromEntries|hasOwn|from|isArray|log|stringify|Set|Map|String|Boolean)$/;

/** Functions of frameworks that never change their arguments. */
const PURE_HELPERS =
  /^(renderList|ssrRenderList|each|ensure_array_like|get|unref|toValue|computed|useMemo|createMemo|ref|shallowRef|readonly|proxy|mergeProps|normalizeProps|guardReactiveProps|spread_props|toDisplayString)$/;

/**
 * Checks that a module never changes the object or list in a variable. Passing it to an unknown
 * function counts as a change.
 *
 * @param literalValues evaluates an expression without this check
 */
export function isNeverMutated(
  declared: Declared,
  code: ModuleCode,
  literalValues: (node: AnyNode) => Values,
  seen: Set<Declared> = new Set<Declared>(),
): boolean {
  if (seen.has(declared)) return true;
  seen.add(declared);
  return code.references(declared).every(({ node, around, scope }) => {
    const chain = [...around];
    let inner: AnyNode = node;
    let parent = chain.pop();
    // From `a` to all of `a.b.c`.
    while (parent?.type === 'MemberExpression' && parent.object === inner) {
      inner = parent;
      parent = chain.pop();
    }
    if (inner !== node && parent?.type === 'CallExpression' && parent.callee === inner) {
      const method = calledOf(inner, scope);
      return (
        method !== undefined &&
        !MUTATING.test(method) &&
        !isMethod(inner) &&
        parent.arguments.every(isPureCallback)
      );
    }
    return isReading(inner, parent, chain.at(-1));
  });

  function isReading(
    inner: AnyNode,
    parent: AnyNode | undefined,
    outer: AnyNode | undefined,
  ): boolean {
    switch (parent?.type) {
      case 'AssignmentExpression':
        // The variable itself set anew is one of its values.
        return parent.left !== inner || inner.type === 'Identifier';
      case 'UpdateExpression':
      case 'ArrayPattern':
      case 'AssignmentPattern':
        return false;
      case 'Property':
        return outer?.type !== 'ObjectPattern';
      case 'UnaryExpression':
        return parent.operator !== 'delete';
      case 'ForInStatement':
        return parent.left !== inner;
      case 'ForOfStatement':
        return parent.left !== inner && areUnchanged(parent.left);
      case 'VariableDeclarator':
        return areUnchanged(parent.id);
      case 'NewExpression':
      case 'CallExpression': {
        if ((parent.callee as AnyNode) === inner) return true;
        const { callee } = parent;
        const scope = code.scopeAt(parent);
        const called = calledOf(callee, scope) ?? '';
        const isKnown =
          isFunction(callee) ||
          isCreating(called) ||
          (isGlobal(callee, scope) && PURE_BUILTINS.test(called)) ||
          PURE_HELPERS.test(frameworkFunction(callee, scope) ?? '');
        return (
          (isKnown || !literalValues(inner)?.some(canChange)) &&
          parent.arguments.every(isPureCallback)
        );
      }
      default:
        return true;
    }
  }

  /** Checks for a function of the app, which may change the object that it is called on. */
  function isMethod(callee: AnyNode): boolean {
    const isArrow = (node: AnyNode) => node.type === 'ArrowFunctionExpression';
    return (
      literalValues(callee)?.some((value) => value.is === 'function' && !isArrow(value.node)) ??
      false
    );
  }

  /** Checks that a callback never changes its arguments. */
  function isPureCallback(node: AnyNode): boolean {
    if (!isFunction(node)) return true;
    return (node as Extract<AnyNode, { type: 'ArrowFunctionExpression' }>).params.every(
      areUnchanged,
    );
  }

  /** Checks that the variables of a pattern are never changed. */
  function areUnchanged(node: AnyNode): boolean {
    if (node.type === 'VariableDeclaration')
      return node.declarations.every(({ id }) => areUnchanged(id));
    return identifiersIn(node as Pattern).every((each) => {
      const copy = lookUp(each.name, code.scopeAt(each));
      return !copy || isNeverMutated(copy, code, literalValues, seen);
    });
  }
}

/** Checks that a function is a global one. */
function isGlobal(callee: AnyNode, scope: Scope): boolean {
  const holder = callee.type === 'MemberExpression' ? callee.object : callee;
  return holder.type === 'Identifier' && !lookUp(holder.name, scope);
}

/** Checks for a function that is called in place, whose body is checked separately. */
function isFunction({ type }: AnyNode): boolean {
  return type === 'FunctionExpression' || type === 'ArrowFunctionExpression';
}
