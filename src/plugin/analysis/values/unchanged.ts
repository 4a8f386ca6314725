import type { AnyNode, Pattern } from 'acorn';
import { identifiersIn, type ModuleCode } from '../../../code/bindings.ts';
import { type Declared, lookUp, type Scope } from '../../../code/scope.ts';
import { calledOf, frameworkFunction } from '../called.ts';
import { isCreating } from '../components.ts';
import { canChange, type Values } from './model.ts';

/** Methods that change what they are called on. */
const CHANGING =
  /^(push|pop|shift|unshift|splice|fill|copyWithin|set|add|delete|clear|assign|update)$/;

/** Functions of the language that leave what they are given. */
const LOOKING =
  /^(keys|values|entries|freeze|fromEntries|hasOwn|from|isArray|log|stringify|Set|Map|String|Boolean)$/;

/** Functions of frameworks that leave what they are given. */
const SHOWING =
  /^(renderList|ssrRenderList|each|ensure_array_like|get|unref|toValue|computed|useMemo|createMemo|ref|shallowRef|readonly|proxy|mergeProps|normalizeProps|guardReactiveProps|spread_props|toDisplayString)$/;

/**
 * Whether a module leaves what a variable holds as it was written. What is handed to a function
 * that is not known may be changed there.
 *
 * @param written what an expression comes to as long as nothing is changed
 */
export function isUnchanged(
  declared: Declared,
  code: ModuleCode,
  written: (node: AnyNode) => Values,
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
        !CHANGING.test(method) &&
        !isMethod(inner) &&
        parent.arguments.every(leavesAll)
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
        return parent.left !== inner && leaves(parent.left);
      case 'VariableDeclarator':
        return leaves(parent.id);
      case 'NewExpression':
      case 'CallExpression': {
        if ((parent.callee as AnyNode) === inner) return true;
        const { callee } = parent;
        const scope = code.scopeAt(parent);
        const called = calledOf(callee, scope) ?? '';
        const isKnown =
          isFunction(callee) ||
          isCreating(called) ||
          (isGlobal(callee, scope) && LOOKING.test(called)) ||
          SHOWING.test(frameworkFunction(callee, scope) ?? '');
        return (isKnown || !written(inner)?.some(canChange)) && parent.arguments.every(leavesAll);
      }
      default:
        return true;
    }
  }

  /** Whether it is a function of the app's that may change the object that it is called on. */
  function isMethod(callee: AnyNode): boolean {
    const isArrow = (node: AnyNode) => node.type === 'ArrowFunctionExpression';
    return (
      written(callee)?.some((value) => value.is === 'function' && !isArrow(value.node)) ?? false
    );
  }

  /** Whether a function leaves what it is called with. */
  function leavesAll(node: AnyNode): boolean {
    if (!isFunction(node)) return true;
    return (node as Extract<AnyNode, { type: 'ArrowFunctionExpression' }>).params.every(leaves);
  }

  /** Whether what a pattern takes is left as it was. */
  function leaves(node: AnyNode): boolean {
    if (node.type === 'VariableDeclaration') return node.declarations.every(({ id }) => leaves(id));
    return identifiersIn(node as Pattern).every((each) => {
      const copy = lookUp(each.name, code.scopeAt(each));
      return !copy || isUnchanged(copy, code, written, seen);
    });
  }
}

/** Whether a function is one that no variable of the app stands for. */
function isGlobal(callee: AnyNode, scope: Scope): boolean {
  const holder = callee.type === 'MemberExpression' ? callee.object : callee;
  return holder.type === 'Identifier' && !lookUp(holder.name, scope);
}

/** What is called at once is looked into by itself. */
function isFunction({ type }: AnyNode): boolean {
  return type === 'FunctionExpression' || type === 'ArrowFunctionExpression';
}
