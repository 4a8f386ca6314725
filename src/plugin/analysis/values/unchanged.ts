import type { AnyNode } from 'acorn';
import type { ModuleCode } from '../../../code/bindings.ts';
import { type Declared, lookUp } from '../../../code/scope.ts';
import { calledOf } from '../called.ts';
import { isCreating } from '../components.ts';

/** Methods that leave the lists and objects that they are called on, as far as values go. */
const READING: ReadonlySet<string> = new Set([
  ...['map', 'forEach', 'flatMap', 'filter', 'find', 'findIndex', 'findLast', 'findLastIndex'],
  ...[
    'some',
    'every',
    'reduce',
    'reduceRight',
    'includes',
    'indexOf',
    'lastIndexOf',
    'at',
    'slice',
  ],
  ...['concat', 'join', 'entries', 'keys', 'values', 'flat', 'sort', 'reverse', 'toSorted'],
  ...['toReversed', 'with', 'has', 'get', 'hasOwnProperty', 'toString'],
]);

/** Functions that read what they are given, or hand it on as it is. */
const LOOKING: ReadonlySet<string> = new Set([
  ...['keys', 'values', 'entries', 'freeze', 'fromEntries', 'hasOwn', 'from', 'isArray', 'log'],
  ...[
    'renderList',
    'ssrRenderList',
    'each',
    'ensure_array_like',
    'get',
    'unref',
    'toValue',
    'iconHref',
  ],
  ...[
    'Set',
    'Map',
    'String',
    'Boolean',
    'stringify',
    'computed',
    'useMemo',
    'createMemo',
    'toRefs',
  ],
  ...['mergeProps', 'normalizeProps', 'guardReactiveProps', 'spread_props', 'toDisplayString'],
]);

/**
 * Whether a module leaves what a variable holds as it was written. What is handed to a function
 * that is not known may be changed there.
 */
export function isUnchanged(
  declared: Declared,
  code: ModuleCode,
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
      return method !== undefined && READING.has(method);
    }
    return isReading(inner, parent);
  });

  function isReading(inner: AnyNode, parent: AnyNode | undefined): boolean {
    switch (parent?.type) {
      case 'AssignmentExpression':
        // The variable itself set anew is one of its values.
        return parent.left !== inner || inner.type === 'Identifier';
      case 'UpdateExpression':
        return false;
      case 'UnaryExpression':
        return parent.operator !== 'delete';
      case 'ArrayPattern':
      case 'AssignmentPattern':
        return false;
      case 'VariableDeclarator': {
        if (parent.id.type !== 'Identifier') return true;
        const copy = lookUp(parent.id.name, code.scopeAt(parent));
        return !copy || isUnchanged(copy, code, seen);
      }
      case 'NewExpression':
      case 'CallExpression': {
        if ((parent.callee as AnyNode) === inner) return true;
        const called = calledOf(parent.callee, code.scopeAt(parent));
        if (called !== undefined && (LOOKING.has(called) || isCreating(called))) return true;
        return isFunction(parent.callee);
      }
      default:
        return true;
    }
  }
}

/** What is called at once is looked into by itself. */
function isFunction({ type }: AnyNode): boolean {
  return type === 'FunctionExpression' || type === 'ArrowFunctionExpression';
}
