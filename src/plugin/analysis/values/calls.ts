import type { AnyNode, CallExpression, NewExpression } from 'acorn';
import { childrenOf } from '../../../code/child-nodes.ts';
import { lookUpVariable } from '../../../code/scope.ts';
import { calleeName, frameworkFunction } from '../callee-name.ts';
import {
  type AppModule,
  canChange,
  type Evaluator,
  elementsOf,
  listOf,
  mapValues,
  membersOf,
  NOTHING,
  type PossibleValues,
  type StaticValue,
  unionOf,
  withoutState,
} from './model.ts';
import { compiledEnumOf } from './objects.ts';

/** Evaluates a call. */
export function callValues(
  node: CallExpression,
  module: AppModule,
  evaluator: Evaluator,
): PossibleValues {
  const { callee, arguments: args } = node;
  const compiled = compiledEnumOf(node, module, evaluator);
  if (compiled) return [compiled];
  const scope = module.code.scopeAt(node);
  const methodName = calleeName(callee, scope);
  if (callee.type === 'MemberExpression' && methodName !== undefined) {
    if (callee.object.type === 'Identifier' && isGlobal(callee.object.name, node)) {
      return globalCall(callee.object.name, methodName);
    }
    const own = methodCall(evaluator.values(callee.object, module), methodName);
    if (own) return own;
  }
  const callees = evaluator.values(callee as AnyNode, module);
  const own = evaluator.callResults(callees);
  if (own) {
    const isOther = callees?.some((value) => value.kind === 'function' && value.module !== module);
    return isOther ? withoutState(own, (state) => state === 'shared') : own;
  }
  return frameworkCall(frameworkFunction(callee, scope))?.();

  function argument(index: number): PossibleValues {
    const value = args[index];
    if (value?.type === 'SpreadElement') return undefined;
    return value ? evaluator.values(value, module) : NOTHING;
  }

  function isGlobal(name: string, at: AnyNode): boolean {
    return /^(Object|Array)$/.test(name) && !lookUpVariable(name, module.code.scopeAt(at));
  }

  function globalCall(object: string, method: string): PossibleValues {
    const argumentValues = argument(0);
    if (object === 'Array') {
      if (method !== 'from') return undefined;
      const lists = mapValues(argumentValues, (value) => [listOf(() => elementsOf([value]))]);
      return args.length === 1
        ? lists
        : lists && [listOf(() => evaluator.callResults(argument(1)))];
    }
    switch (method) {
      case 'freeze':
        return argumentValues;
      case 'values':
        return argumentValues && [listOf(() => allMembers(argumentValues))];
      case 'keys':
        return argumentValues && [listOf(() => keysOf(argumentValues))];
      case 'entries':
        return (
          argumentValues && [
            listOf(() => [pairOf(keysOf(argumentValues), allMembers(argumentValues))]),
          ]
        );
      default:
        return undefined;
    }
  }

  function methodCall(values: PossibleValues, method: string): PossibleValues {
    return mapValues(values, (value): PossibleValues => {
      if (value.kind === 'box' && method === 'get') return value.content();
      if (value.kind !== 'list') {
        const own = membersOf([value], method);
        return value.kind === 'object' ? evaluator.callResults(own) : undefined;
      }
      const elements = () => value.at(undefined);
      switch (method) {
        case 'find':
        case 'findLast':
        case 'at':
          return unionOf([elements(), NOTHING]);
        case 'map':
          return [listOf(() => evaluator.callResults(argument(0)))];
        case 'flatMap':
          return [listOf(() => flattened(evaluator.callResults(argument(0))))];
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
            listOf(() => unionOf([elements(), ...args.map((_, at) => flattened(argument(at)))])),
          ];
        default:
          return undefined;
      }
    });
  }

  /** Evaluates a function of a framework, by the name that the framework exports. */
  function frameworkCall(name: string | undefined): (() => PossibleValues) | undefined {
    switch (name) {
      case 'ensure_array_like':
      case 'readonly':
      case 'normalizeProps':
      case 'guardReactiveProps':
        return args.length === 1 ? () => argument(0) : undefined;
      case 'proxy':
      case 'reactive':
      case 'shallowReactive':
        return args.length === 1 ? () => argument(0)?.map(markAsState) : undefined;
      case 'unref':
      case 'toValue':
      case 'get':
        return args.length === 1 ? () => unboxed(argument(0)) : undefined;
      case 'ref':
      case 'shallowRef':
      case 'useRef':
        return () => [markAsState({ kind: 'box', content: () => argument(0) })];
      case 'useMemo':
        return () => evaluator.callResults(argument(0));
      case 'computed':
      case 'createMemo':
      case 'derived':
      case 'user_derived':
      case 'derived_safe_equal':
        return () => [{ kind: 'box', content: () => evaluator.callResults(argument(0)) }];
      case 'useState':
      case 'createSignal':
        return () => [statePair(name === 'createSignal')];
      default:
        return undefined;
    }
  }

  /** Marks a value as state. */
  function markAsState(value: StaticValue): StaticValue {
    if (!canChange(value)) return value;
    const isOwn = module.code.ancestors(node).some(({ type }) => /Function/.test(type));
    return { ...value, state: isOwn ? 'own' : 'shared' } as StaticValue;
  }

  /** Pair of a value and its setter; the calls of the setter add values. */
  function statePair(isSignal: boolean): StaticValue {
    const first = argument(0);
    const initial = () =>
      mapValues(first, (value) =>
        value.kind === 'function' ? evaluator.callResults([value]) : [value],
      );
    const state = () => unionOf([initial(), setValues()]);
    return {
      kind: 'list',
      at: (index) => {
        if (index !== 0) return undefined;
        return isSignal ? [{ kind: 'box', content: state }] : state();
      },
    };
  }

  function setValues(): PossibleValues {
    const declarator = module.code.ancestors(node).at(-1);
    if (declarator?.type !== 'VariableDeclarator') return undefined;
    if (declarator.id.type !== 'ArrayPattern') return undefined;
    if (module.code.ancestors(declarator).at(-2)?.type === 'ExportNamedDeclaration')
      return undefined;
    const setter = declarator.id.elements[1];
    if (!setter) return [];
    if (setter.type !== 'Identifier') return undefined;
    const declared = lookUpVariable(setter.name, module.code.scopeAt(declarator));
    if (!declared) return undefined;
    return unionOf(
      module.code.references(declared).map(({ node: reference, ancestors }) => {
        const call = ancestors.at(-1);
        if (call?.type !== 'CallExpression' || call.callee !== reference) return undefined;
        const [value] = call.arguments;
        if (!value) return NOTHING;
        const values = value.type === 'SpreadElement' ? undefined : evaluator.values(value, module);
        return mapValues(values, (each) =>
          each.kind === 'function' ? evaluator.callResults([each]) : [each],
        );
      }),
    );
  }
}

/** `new Map([[key, value], …])` and `new Set([value, …])`. */
export function newValues(
  node: NewExpression,
  module: AppModule,
  evaluator: Evaluator,
): PossibleValues {
  const { callee, arguments: args } = node;
  const [first] = args;
  if (callee.type !== 'Identifier' || lookUpVariable(callee.name, module.code.scopeAt(node))) {
    return undefined;
  }
  if (!first || first.type === 'SpreadElement') return undefined;
  const argumentValues = evaluator.values(first, module);
  if (callee.name === 'Set') return argumentValues && [listOf(() => elementsOf(argumentValues))];
  if (callee.name !== 'Map' || !argumentValues) return undefined;
  const value = () => unionOf([elementsOf(elementsOf(argumentValues), 1), NOTHING]);
  return [{ kind: 'box', content: value }];
}

/** Evaluates the return values of a function. */
export function returnedValues(
  node: AnyNode,
  module: AppModule,
  evaluator: Evaluator,
): PossibleValues {
  if (!/Function/.test(node.type)) return undefined;
  const { body, async, generator } = node as Extract<AnyNode, { type: 'ArrowFunctionExpression' }>;
  if (async || generator) return undefined;
  if (body.type !== 'BlockStatement') return evaluator.values(body, module);
  const returned: PossibleValues[] = [];
  const search = (inner: AnyNode): void => {
    if (inner.type === 'ReturnStatement') {
      returned.push(inner.argument ? evaluator.values(inner.argument, module) : NOTHING);
    }
    for (const child of childrenOf(inner)) if (!/Function|^Class/.test(child.type)) search(child);
  };
  search(body);
  return unionOf([...returned, ...(returned.length === 0 ? [NOTHING] : [])]);
}

function unboxed(values: PossibleValues): PossibleValues {
  return mapValues(values, (value) => (value.kind === 'box' ? unboxed(value.content()) : [value]));
}

function flattened(values: PossibleValues): PossibleValues {
  return mapValues(values, (value) => (value.kind === 'list' ? value.at(undefined) : [value]));
}

function allMembers(values: PossibleValues): PossibleValues {
  return mapValues(values, (value) =>
    value.kind === 'list' ? value.at(undefined) : membersOf([value], undefined),
  );
}

function keysOf(values: PossibleValues): PossibleValues {
  return mapValues(values, (value) => {
    if (value.kind === 'object') return value.keys();
    return value.kind === 'list' ? NOTHING : undefined;
  });
}

function pairOf(first: PossibleValues, second: PossibleValues): StaticValue {
  return {
    kind: 'list',
    at: (index) =>
      index === 0
        ? first
        : index === 1
          ? second
          : index === undefined
            ? unionOf([first, second])
            : [],
  };
}
