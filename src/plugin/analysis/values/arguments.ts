import type { AnyNode, CallExpression, Expression, SpreadElement } from 'acorn';
import { lookUpVariable } from '../../../code/scope.ts';
import { calleeName } from '../callee-name.ts';
import { propsIn } from '../components.ts';
import { callbackArgument, loopChildArgument } from './callback-arguments.ts';
import { type AppModule, type Evaluator, NOTHING, type PossibleValues, unionOf } from './model.ts';
import type { Parameter } from './parameter.ts';

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
  const parameter: Parameter = { index, module, evaluator };
  const fromCallers = callerValues(node, parameter);
  if (node.type !== 'FunctionExpression' || !node.id) return fromCallers;
  // A function expression can call itself by its own name.
  return unionOf([fromCallers, valuesFromReferences(node.id.name, node, parameter)]);
}

function callerValues(node: AnyNode, parameter: Parameter): PossibleValues {
  const ancestors = parameter.module.code.ancestors(node);
  const parent = ancestors.at(-1);
  if (parent?.type === 'CallExpression') {
    return parent.callee === node
      ? argumentIn(parent.arguments, parameter)
      : callbackArgument(parent, node, parameter);
  }
  if (parent?.type === 'Property' && parent.value === node) {
    return loopChildArgument(ancestors, parameter);
  }
  const name = nameOf(node, ancestors);
  return name === undefined ? undefined : valuesFromReferences(name, parent ?? node, parameter);
}

/** Values from all uses of a function by its name. */
function valuesFromReferences(name: string, at: AnyNode, parameter: Parameter): PossibleValues {
  const { code } = parameter.module;
  const declared = lookUpVariable(name, code.scopeAt(at));
  if (!declared) return undefined;
  return unionOf(
    code.references(declared).map(({ node, ancestors }) => {
      const call = ancestors.at(-1);
      return call?.type === 'CallExpression' ? valuesFromCall(call, node, parameter) : undefined;
    }),
  );
}

/** Values from a call that calls a function or gets it as an argument. */
function valuesFromCall(
  call: CallExpression,
  reference: AnyNode,
  parameter: Parameter,
): PossibleValues {
  const { index, module, evaluator } = parameter;
  if (call.callee === reference) return argumentIn(call.arguments, parameter);
  const scope = module.code.scopeAt(reference);
  const created = propsIn(call, reference, calleeName(call.callee, scope));
  if (!created) return callbackArgument(call, reference, parameter);
  if (index > 0) return undefined;
  return created.props ? evaluator.values(created.props, module) : NOTHING;
}

function argumentIn(
  args: readonly (Expression | SpreadElement)[],
  { index, module, evaluator }: Parameter,
): PossibleValues {
  if (args.slice(0, index + 1).some(({ type }) => type === 'SpreadElement')) return undefined;
  const value = args[index];
  return value ? evaluator.values(value, module) : NOTHING;
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
