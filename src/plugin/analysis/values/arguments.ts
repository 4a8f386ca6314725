import type { AnyNode, CallExpression, Expression, SpreadElement } from 'acorn';
import { lookUpVariable } from '../../../code/scope.ts';
import { calleeName, frameworkFunction } from '../callee-name.ts';
import { propsIn } from '../components.ts';
import {
  type AppModule,
  type Evaluator,
  elementsOf,
  mapValues,
  NOTHING,
  type PossibleValues,
  unionOf,
} from './model.ts';

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

/**
 * Collects the values of a parameter from all calls of its function. Unknown if one of the calls may
 * be elsewhere.
 */
export function argumentOf(
  node: AnyNode,
  index: number,
  module: AppModule,
  evaluator: Evaluator,
): PossibleValues {
  const { code } = module;
  const ancestors = code.ancestors(node);
  const parent = ancestors.at(-1);
  const argumentIn = (args: readonly (Expression | SpreadElement)[]): PossibleValues => {
    if (args.slice(0, index + 1).some(({ type }) => type === 'SpreadElement')) return undefined;
    const value = args[index];
    return value ? evaluator.values(value, module) : NOTHING;
  };

  const fromCallers = callerValues();
  if (node.type !== 'FunctionExpression' || !node.id) return fromCallers;
  // A function expression can call itself by its own name.
  return unionOf([fromCallers, fromReferences(node.id.name, node)]);

  function callerValues(): PossibleValues {
    if (parent?.type === 'CallExpression') {
      return parent.callee === node ? argumentIn(parent.arguments) : callbackArgument(parent, node);
    }
    if (parent?.type === 'Property' && parent.value === node) return loopChildArgument();
    const name = nameOf(node, ancestors);
    return name === undefined ? undefined : fromReferences(name, ancestors.at(-1) ?? node);
  }

  function fromReferences(name: string, at: AnyNode): PossibleValues {
    const declared = lookUpVariable(name, code.scopeAt(at));
    if (!declared) return undefined;
    return unionOf(
      code.references(declared).map((reference) => {
        const call = reference.ancestors.at(-1);
        if (call?.type !== 'CallExpression') return undefined;
        if (call.callee === reference.node) return argumentIn(call.arguments);
        const created = propsIn(call, reference.node, calleeName(call.callee, reference.scope));
        if (!created) return callbackArgument(call, reference.node);
        if (index > 0) return undefined;
        return created.props ? evaluator.values(created.props, module) : NOTHING;
      }),
    );
  }

  /** Values that a callback gets. */
  function callbackArgument(call: CallExpression, callback: AnyNode): PossibleValues {
    const { callee, arguments: args } = call;
    const scope = code.scopeAt(call);
    const methodName = calleeName(callee, scope);
    const frameworkName = frameworkFunction(callee, scope);
    const [first, , third] = args;
    if (methodName === undefined || !first) return undefined;
    // Svelte: each(node, flags, () => list, key, (node, element, index) => …)
    if (frameworkName === 'each' && args.length > 3 && third) {
      if (index === 0) return NOTHING;
      const lists = evaluator.callResults(evaluator.values(third, module));
      if (index === 1) return elementsOf(lists);
      return index === 2 ? NOTHING : undefined;
    }
    const isListHelper =
      isArrayFrom(call) || /^(renderList|ssrRenderList)$/.test(frameworkName ?? '');
    if (isListHelper && args[1] === callback)
      return entryArgument(evaluator.values(first, module), index);
    if (
      callee.type !== 'MemberExpression' ||
      first !== callback ||
      !ITERATION_METHODS.has(methodName)
    ) {
      return undefined;
    }
    const list = evaluator.values(callee.object, module);
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

  function isArrayFrom({ callee }: CallExpression): boolean {
    return (
      callee.type === 'MemberExpression' &&
      callee.object.type === 'Identifier' &&
      callee.object.name === 'Array' &&
      !lookUpVariable('Array', code.scopeAt(callee)) &&
      calleeName(callee, code.scopeAt(callee)) === 'from'
    );
  }

  /** Values that a child of Solid's loop gets: `createComponent(For, { each, children })`. */
  function loopChildArgument(): PossibleValues {
    const props = ancestors.at(-2);
    const call = ancestors.at(-3);
    if (props?.type !== 'ObjectExpression' || call?.type !== 'CallExpression') return undefined;
    const [component] = call.arguments;
    if (component?.type !== 'Identifier') return undefined;
    const loopName = frameworkFunction(component, code.scopeAt(call)) ?? '';
    if (!/^(For|Index)$/.test(loopName)) return undefined;
    if (index > 0) return NOTHING;
    return mapValues(evaluator.values(props, module), (value) =>
      value.kind === 'object' ? elementsOf(value.member('each')) : undefined,
    );
  }
}

/** Values that Vue passes to a render function for each entry of a list or an object. */
function entryArgument(values: PossibleValues, index: number): PossibleValues {
  return mapValues(values, (value): PossibleValues => {
    if (value.kind === 'list') return index === 0 ? value.at(undefined) : NOTHING;
    if (value.kind === 'object') return index === 0 ? value.member(undefined) : value.keys();
    return value.kind === 'nothing' ? [] : undefined;
  });
}

/** Name of a function for the code around it; `undefined` if it can be reached in other ways. */
function nameOf(node: AnyNode, ancestors: readonly AnyNode[]): string | undefined {
  const parent = ancestors.at(-1);
  if (node.type === 'FunctionDeclaration') {
    return parent && /^Export/.test(parent.type) ? undefined : node.id?.name;
  }
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier') return undefined;
  return ancestors.at(-3)?.type === 'ExportNamedDeclaration' ? undefined : parent.id.name;
}
