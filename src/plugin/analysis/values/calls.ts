import type { AnyNode, CallExpression, NewExpression } from 'acorn';
import { childrenOf, lookUp } from '../../../code/scope.ts';
import { calledOf, frameworkFunction } from '../called.ts';
import {
  canChange,
  type Evaluator,
  elementsOf,
  fromEach,
  listOf,
  type Module,
  membersOf,
  NOTHING,
  union,
  type Value,
  type Values,
  withoutState,
} from './model.ts';
import { compiledEnumOf } from './objects.ts';

/** Evaluates a call. */
export function calledValues(node: CallExpression, module: Module, evaluator: Evaluator): Values {
  const { callee, arguments: args } = node;
  const compiled = compiledEnumOf(node, module, evaluator);
  if (compiled) return [compiled];
  const scope = module.code.scopeAt(node);
  const called = calledOf(callee, scope);
  if (callee.type === 'MemberExpression' && called !== undefined) {
    if (callee.object.type === 'Identifier' && isGlobal(callee.object.name, node)) {
      return ofGlobal(callee.object.name, called);
    }
    const own = ofMethod(evaluator.values(callee.object, module), called);
    if (own) return own;
  }
  const callees = evaluator.values(callee as AnyNode, module);
  const own = evaluator.called(callees);
  if (own) {
    const isOther = callees?.some((value) => value.is === 'function' && value.module !== module);
    return isOther ? withoutState(own, (state) => state === 'shared') : own;
  }
  return byFramework(frameworkFunction(callee, scope))?.();

  function argument(index: number): Values {
    const value = args[index];
    if (value?.type === 'SpreadElement') return undefined;
    return value ? evaluator.values(value, module) : NOTHING;
  }

  function isGlobal(name: string, at: AnyNode): boolean {
    return /^(Object|Array)$/.test(name) && !lookUp(name, module.code.scopeAt(at));
  }

  function ofGlobal(object: string, method: string): Values {
    const given = argument(0);
    if (object === 'Array') {
      if (method !== 'from') return undefined;
      const lists = fromEach(given, (value) => [listOf(() => elementsOf([value]))]);
      return args.length === 1 ? lists : lists && [listOf(() => evaluator.called(argument(1)))];
    }
    switch (method) {
      case 'freeze':
        return given;
      case 'values':
        return given && [listOf(() => allMembers(given))];
      case 'keys':
        return given && [listOf(() => keysOf(given))];
      case 'entries':
        return given && [listOf(() => [pairOf(keysOf(given), allMembers(given))])];
      default:
        return undefined;
    }
  }

  function ofMethod(values: Values, method: string): Values {
    return fromEach(values, (value): Values => {
      if (value.is === 'box' && method === 'get') return value.inside();
      if (value.is !== 'list') {
        const own = membersOf([value], method);
        return value.is === 'object' ? evaluator.called(own) : undefined;
      }
      const elements = () => value.at(undefined);
      switch (method) {
        case 'find':
        case 'findLast':
        case 'at':
          return union([elements(), NOTHING]);
        case 'map':
          return [listOf(() => evaluator.called(argument(0)))];
        case 'flatMap':
          return [listOf(() => flattened(evaluator.called(argument(0))))];
        case 'flat':
          return [listOf(() => flattened(elements()))];
        case 'filter':
        case 'slice':
        case 'sort':
        case 'reverse':
        case 'toSorted':
        case 'toReversed':
        case 'values':
          return [listOf(elements)];
        case 'concat':
          return [
            listOf(() => union([elements(), ...args.map((_, at) => flattened(argument(at)))])),
          ];
        default:
          return undefined;
      }
    });
  }

  /** Evaluates a function of a framework, by the name that the framework exports. */
  function byFramework(name: string | undefined): (() => Values) | undefined {
    switch (name) {
      case 'ensure_array_like':
      case 'readonly':
      case 'normalizeProps':
      case 'guardReactiveProps':
        return args.length === 1 ? () => argument(0) : undefined;
      case 'proxy':
      case 'reactive':
      case 'shallowReactive':
        return args.length === 1 ? () => argument(0)?.map(asState) : undefined;
      case 'unref':
      case 'toValue':
      case 'get':
        return args.length === 1 ? () => opened(argument(0)) : undefined;
      case 'ref':
      case 'shallowRef':
      case 'useRef':
        return () => [asState({ is: 'box', inside: () => argument(0) })];
      case 'useMemo':
        return () => evaluator.called(argument(0));
      case 'computed':
      case 'createMemo':
      case 'derived':
      case 'user_derived':
      case 'derived_safe_equal':
        return () => [{ is: 'box', inside: () => evaluator.called(argument(0)) }];
      case 'useState':
      case 'createSignal':
        return () => [stateOf(name === 'createSignal')];
      default:
        return undefined;
    }
  }

  /** Marks a value as state. */
  function asState(value: Value): Value {
    if (!canChange(value)) return value;
    const isOwn = module.code.around(node).some(({ type }) => /Function/.test(type));
    return { ...value, state: isOwn ? 'own' : 'shared' } as Value;
  }

  /** Pair of a value and its setter; the calls of the setter add values. */
  function stateOf(isSignal: boolean): Value {
    const first = argument(0);
    const initial = () =>
      fromEach(first, (value) => (value.is === 'function' ? evaluator.called([value]) : [value]));
    const state = () => union([initial(), setValues()]);
    return {
      is: 'list',
      at: (index) => {
        if (index !== 0) return undefined;
        return isSignal ? [{ is: 'box', inside: state }] : state();
      },
    };
  }

  function setValues(): Values {
    const declarator = module.code.around(node).at(-1);
    if (declarator?.type !== 'VariableDeclarator') return undefined;
    if (declarator.id.type !== 'ArrayPattern') return undefined;
    if (module.code.around(declarator).at(-2)?.type === 'ExportNamedDeclaration') return undefined;
    const setter = declarator.id.elements[1];
    if (!setter) return [];
    if (setter.type !== 'Identifier') return undefined;
    const declared = lookUp(setter.name, module.code.scopeAt(declarator));
    if (!declared) return undefined;
    return union(
      module.code.references(declared).map(({ node: reference, around }) => {
        const call = around.at(-1);
        if (call?.type !== 'CallExpression' || call.callee !== reference) return undefined;
        const [value] = call.arguments;
        if (!value) return NOTHING;
        const values = value.type === 'SpreadElement' ? undefined : evaluator.values(value, module);
        return fromEach(values, (each) =>
          each.is === 'function' ? evaluator.called([each]) : [each],
        );
      }),
    );
  }
}

/** `new Map([[key, value], …])` and `new Set([value, …])`. */
export function createdValues(node: NewExpression, module: Module, evaluator: Evaluator): Values {
  const { callee, arguments: args } = node;
  const [first] = args;
  if (callee.type !== 'Identifier' || lookUp(callee.name, module.code.scopeAt(node))) {
    return undefined;
  }
  if (!first || first.type === 'SpreadElement') return undefined;
  const given = evaluator.values(first, module);
  if (callee.name === 'Set') return given && [listOf(() => elementsOf(given))];
  if (callee.name !== 'Map' || !given) return undefined;
  const value = () => union([elementsOf(elementsOf(given), 1), NOTHING]);
  return [{ is: 'box', inside: value }];
}

/** Evaluates the return values of a function. */
export function returnedValues(node: AnyNode, module: Module, evaluator: Evaluator): Values {
  if (!/Function/.test(node.type)) return undefined;
  const { body, async, generator } = node as Extract<AnyNode, { type: 'ArrowFunctionExpression' }>;
  if (async || generator) return undefined;
  if (body.type !== 'BlockStatement') return evaluator.values(body, module);
  const found: Values[] = [];
  const search = (inner: AnyNode): void => {
    if (inner.type === 'ReturnStatement') {
      found.push(inner.argument ? evaluator.values(inner.argument, module) : NOTHING);
    }
    for (const child of childrenOf(inner)) if (!/Function|^Class/.test(child.type)) search(child);
  };
  search(body);
  return union([...found, ...(found.length === 0 ? [NOTHING] : [])]);
}

function opened(values: Values): Values {
  return fromEach(values, (value) => (value.is === 'box' ? opened(value.inside()) : [value]));
}

function flattened(values: Values): Values {
  return fromEach(values, (value) => (value.is === 'list' ? value.at(undefined) : [value]));
}

function allMembers(values: Values): Values {
  return fromEach(values, (value) =>
    value.is === 'list' ? value.at(undefined) : membersOf([value], undefined),
  );
}

function keysOf(values: Values): Values {
  return fromEach(values, (value) => {
    if (value.is === 'object') return value.keys();
    return value.is === 'list' ? NOTHING : undefined;
  });
}

function pairOf(first: Values, second: Values): Value {
  return {
    is: 'list',
    at: (index) =>
      index === 0
        ? first
        : index === 1
          ? second
          : index === undefined
            ? union([first, second])
            : [],
  };
}
