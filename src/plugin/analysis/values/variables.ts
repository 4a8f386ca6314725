import type { AnyNode, CallExpression, Pattern } from 'acorn';
import type { Binding } from '../../../code/bindings.ts';
import { isFunction } from '../../../code/functions.ts';
import type { Variable } from '../../../code/scope.ts';
import type { EvaluationCache } from './evaluation-cache.ts';
import {
  type AppModule,
  type Evaluator,
  elementsOf,
  listOf,
  mapValues,
  NOTHING,
  type PossibleValues,
  type StaticValue,
  unionOf,
  withoutState,
} from './model.ts';
import { compiledEnumOf, enumOf } from './objects.ts';
import { destructured } from './patterns.ts';

/** Variable of a module, with its name. */
export interface NamedVariable {
  readonly name: string;
  readonly declared: Variable;
  readonly module: AppModule;
}

/** Collects the values from all places that set a variable. */
export function bindingValues(
  variable: NamedVariable,
  evaluator: Evaluator,
  cache: EvaluationCache,
): PossibleValues {
  const bindings = variable.module.code.bindings(variable.declared);
  if (bindings.length === 0) return undefined;
  const compiled = compiledEnumValues(variable, evaluator, cache);
  const isCompiledEnum = compiled?.length !== 0;
  const values = bindings.map((binding): PossibleValues => {
    const isEnumStart = isCompiledEnum && binding.from === 'value' && isEmptyObject(binding.value);
    return isEnumStart ? [] : valuesOfBinding(binding, variable, evaluator);
  });
  return unionOf([compiled, ...values]);
}

function valuesOfBinding(
  binding: Binding,
  { name, module }: NamedVariable,
  evaluator: Evaluator,
): PossibleValues {
  const destructure = (pattern: Pattern, whole: () => PossibleValues) =>
    destructured(pattern, name, whole, module, evaluator);
  switch (binding.from) {
    case 'value':
      return destructure(binding.pattern, () => evaluator.values(binding.value, module));
    case 'argument': {
      const { pattern, index } = binding;
      if (pattern.type === 'RestElement') return undefined;
      return destructure(pattern, () => evaluator.argument(binding.function, index, module));
    }
    case 'loop': {
      const over = () => evaluator.values(binding.over, module);
      return destructure(binding.pattern, () =>
        binding.kind === 'of' ? elementsOf(over()) : keysIn(over()),
      );
    }
    case 'function':
      return [{ kind: 'function', node: binding.function, module }];
    case 'enum': {
      const value = enumOf(binding.enum, module, evaluator);
      return value && [value];
    }
    default:
      return undefined;
  }
}

/**
 * `var A; (function (A) { … })(A || (A = {}))`, as TypeScript's compiler writes an enum; one that is
 * declared in several parts has several calls.
 */
function compiledEnumValues(
  { declared, module }: NamedVariable,
  evaluator: Evaluator,
  { enums }: EvaluationCache,
): PossibleValues {
  const calls = enums.get(declared) ?? enumCalls(declared, module);
  enums.set(declared, calls);
  return unionOf(
    calls.map((call): PossibleValues => {
      const found = compiledEnumOf(call, module, evaluator);
      return found && [found];
    }),
  );
}

/** Calls of inline functions with `A || (A = {})` as an argument. */
function enumCalls(declared: Variable, { code }: AppModule): readonly CallExpression[] {
  return code.references(declared).flatMap(({ node, ancestors }): readonly CallExpression[] => {
    const [call, or] = [ancestors.at(-2), ancestors.at(-1)];
    if (or?.type !== 'LogicalExpression' || call?.type !== 'CallExpression') return [];
    const isGiven = (call.arguments as readonly AnyNode[]).includes(or) && or.left === node;
    return isGiven && isFunction(call.callee as AnyNode) ? [call] : [];
  });
}

/** The same value with lists whose order is unknown. */
export function withUnknownOrder(value: StaticValue): StaticValue {
  switch (value.kind) {
    case 'list':
      return listOf(() => value.at(undefined)?.map(withUnknownOrder));
    case 'object':
      return { ...value, member: (key) => value.member(key)?.map(withUnknownOrder) };
    case 'box':
      return { ...value, content: () => value.content()?.map(withUnknownOrder) };
    default:
      return value;
  }
}

/** Drops exports that any module may fill or set: empty objects, and state of frameworks. */
export function importedValues(values: PossibleValues): PossibleValues {
  return mapValues(withoutState(values), (value) => {
    const isEmpty =
      (value.kind === 'list' && value.at(undefined)?.length === 0) ||
      (value.kind === 'object' && value.member(undefined)?.length === 0);
    return isEmpty || value.kind === 'box' ? undefined : [value];
  });
}

function isEmptyObject(node: AnyNode): boolean {
  return node.type === 'ObjectExpression' && node.properties.length === 0;
}

function keysIn(values: PossibleValues): PossibleValues {
  return mapValues(values, (value) => (value.kind === 'object' ? value.keys() : NOTHING));
}
