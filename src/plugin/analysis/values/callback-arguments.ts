import type { AnyNode, CallExpression, Expression, SpreadElement } from 'acorn';
import { lookUpVariable } from '../../../code/scope.ts';
import { calleeName, frameworkFunction } from '../callee-name.ts';
import {
  type AppModule,
  elementsOf,
  mapValues,
  NOTHING,
  type PossibleValues,
  unionOf,
} from './model.ts';
import type { Parameter } from './parameter.ts';

/** Methods of lists that call a function with each element. */
const ITERATION_METHODS: ReadonlySet<string> = new Set([
  'map',
  'forEach',
  'flatMap',
  'filter',
  'find',
  'findIndex',
  'findLast',
  'findLastIndex',
  'some',
  'every',
]);

/** Values that a callback gets from the call that it is an argument of. */
export function callbackArgument(
  call: CallExpression,
  callback: AnyNode,
  parameter: Parameter,
): PossibleValues {
  const { module, evaluator, index } = parameter;
  const { callee, arguments: args } = call;
  const scope = module.code.scopeAt(call);
  const methodName = calleeName(callee, scope);
  const frameworkName = frameworkFunction(callee, scope);
  const [first, , third] = args;
  if (methodName === undefined || !first) return undefined;
  if (frameworkName === 'each' && args.length > 3 && third) {
    return svelteEachArgument(third, parameter);
  }
  const isListHelper =
    isArrayFrom(call, module) || /^(renderList|ssrRenderList)$/.test(frameworkName ?? '');
  if (isListHelper && args[1] === callback) {
    return entryArgument(evaluator.values(first, module), index);
  }
  if (callee.type !== 'MemberExpression' || first !== callback) return undefined;
  return ITERATION_METHODS.has(methodName)
    ? elementArgument(callee.object, methodName, parameter)
    : undefined;
}

/** Svelte: `each(node, flags, () => list, key, (node, element, index) => …)`. */
function svelteEachArgument(
  list: Expression | SpreadElement,
  { index, module, evaluator }: Parameter,
): PossibleValues {
  if (index === 0) return NOTHING;
  const lists = evaluator.callResults(evaluator.values(list, module));
  if (index === 1) return elementsOf(lists);
  return index === 2 ? NOTHING : undefined;
}

/** Values that a method of a list passes: the element, its index, the list. */
function elementArgument(
  object: AnyNode,
  methodName: string,
  { index, module, evaluator }: Parameter,
): PossibleValues {
  const list = evaluator.values(object, module);
  switch (index) {
    case 0:
      return elementsOf(list);
    case 1:
      // A Set passes its elements as keys.
      return methodName === 'forEach' ? unionOf([elementsOf(list), NOTHING]) : NOTHING;
    default:
      return index === 2 ? list : NOTHING;
  }
}

function isArrayFrom({ callee }: CallExpression, { code }: AppModule): boolean {
  return (
    callee.type === 'MemberExpression' &&
    callee.object.type === 'Identifier' &&
    callee.object.name === 'Array' &&
    !lookUpVariable('Array', code.scopeAt(callee)) &&
    calleeName(callee, code.scopeAt(callee)) === 'from'
  );
}

/** Values that a child of Solid's loop gets: `createComponent(For, { each, children })`. */
export function loopChildArgument(
  ancestors: readonly AnyNode[],
  { index, module, evaluator }: Parameter,
): PossibleValues {
  const props = ancestors.at(-2);
  const call = ancestors.at(-3);
  if (props?.type !== 'ObjectExpression' || call?.type !== 'CallExpression') return undefined;
  const [component] = call.arguments;
  if (component?.type !== 'Identifier') return undefined;
  const loopName = frameworkFunction(component, module.code.scopeAt(call)) ?? '';
  if (!/^(For|Index)$/.test(loopName)) return undefined;
  if (index > 0) return NOTHING;
  return mapValues(evaluator.values(props, module), (value) =>
    value.kind === 'object' ? elementsOf(value.member('each')) : undefined,
  );
}

/** Values that Vue passes to a render function for each entry of a list or an object. */
function entryArgument(values: PossibleValues, index: number): PossibleValues {
  return mapValues(values, (value): PossibleValues => {
    if (value.kind === 'list') return index === 0 ? value.at(undefined) : NOTHING;
    if (value.kind === 'object') return index === 0 ? value.member(undefined) : value.keys();
    return value.kind === 'nothing' ? [] : undefined;
  });
}
