import type { AnyNode, CallExpression, NewExpression } from 'acorn';
import { lookUpVariable } from '../../../code/scope.ts';
import { calleeName, frameworkFunction } from '../callee-name.ts';
import { globalCall, methodCall } from './built-in-calls.ts';
import { CallSite } from './call-site.ts';
import { frameworkCall } from './framework-calls.ts';
import {
  type AppModule,
  type Evaluator,
  elementsOf,
  listOf,
  NOTHING,
  type PossibleValues,
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
  const { callee } = node;
  const compiled = compiledEnumOf(node, module, evaluator);
  if (compiled) return [compiled];
  const site = new CallSite(node, module, evaluator);
  const methodName = calleeName(callee, site.scope);
  if (callee.type === 'MemberExpression' && methodName !== undefined) {
    const { object } = callee;
    const isBuiltIn = object.type === 'Identifier' && /^(Object|Array)$/.test(object.name);
    if (isBuiltIn && site.isGlobal(object.name)) return globalCall(site, object.name, methodName);
    const result = methodCall(site, evaluator.values(object, module), methodName);
    if (result) return result;
  }
  const callees = evaluator.values(callee as AnyNode, module);
  const results = evaluator.callResults(callees);
  if (!results) return frameworkCall(site, frameworkFunction(callee, site.scope) ?? '');
  const isOther = callees?.some((value) => value.kind === 'function' && value.module !== module);
  return isOther ? withoutState(results, (state) => state === 'shared') : results;
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
