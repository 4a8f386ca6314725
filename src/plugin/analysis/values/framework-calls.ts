import type { AnyNode } from 'acorn';
import { lookUpVariable, type Variable } from '../../../code/scope.ts';
import type { CallSite } from './call-site.ts';
import {
  canChange,
  mapValues,
  NOTHING,
  type PossibleValues,
  type StaticValue,
  unionOf,
} from './model.ts';

/** Evaluates a call of a framework's function. @param name name that the framework exports */
export function frameworkCall(site: CallSite, name: string): PossibleValues {
  switch (name) {
    case 'ensure_array_like':
    case 'readonly':
    case 'normalizeProps':
    case 'guardReactiveProps':
      return onlyArgument(site);
    case 'proxy':
    case 'reactive':
    case 'shallowReactive':
      return onlyArgument(site)?.map((value) => markAsState(value, site));
    case 'unref':
    case 'toValue':
    case 'get':
      return unboxed(onlyArgument(site));
    case 'ref':
    case 'shallowRef':
    case 'useRef':
      return [markAsState({ kind: 'box', content: () => site.argument(0) }, site)];
    case 'useMemo':
      return site.argumentResults(0);
    case 'computed':
    case 'createMemo':
    case 'derived':
    case 'user_derived':
    case 'derived_safe_equal':
      return [{ kind: 'box', content: () => site.argumentResults(0) }];
    case 'useState':
      return [statePair(site, { isSignal: false })];
    case 'createSignal':
      return [statePair(site, { isSignal: true })];
    default:
      return undefined;
  }
}

/** Values of the argument of a call; unknown if there are more or none. */
function onlyArgument(site: CallSite): PossibleValues {
  return site.argumentCount === 1 ? site.argument(0) : undefined;
}

function unboxed(values: PossibleValues): PossibleValues {
  return mapValues(values, (value) => (value.kind === 'box' ? unboxed(value.content()) : [value]));
}

/** Marks a value as state. */
function markAsState(value: StaticValue, { node, module }: CallSite): StaticValue {
  if (!canChange(value)) return value;
  const isInFunction = module.code.ancestors(node).some(({ type }) => /Function/.test(type));
  return { ...value, state: isInFunction ? 'own' : 'shared' } as StaticValue;
}

/** Pair of a value and its setter; the calls of the setter add values. */
function statePair(site: CallSite, { isSignal }: { readonly isSignal: boolean }): StaticValue {
  const first = site.argument(0);
  const state = () => unionOf([evaluated(first, site), setValues(site)]);
  return {
    kind: 'list',
    at: (index) => {
      if (index !== 0) return undefined;
      return isSignal ? [{ kind: 'box', content: state }] : state();
    },
  };
}

/** Values that state gets: functions are called for them. */
function evaluated(values: PossibleValues, { evaluator }: CallSite): PossibleValues {
  return mapValues(values, (value) =>
    value.kind === 'function' ? evaluator.callResults([value]) : [value],
  );
}

/** Values from all calls of the setter in `const [state, setState] = …`. */
function setValues(site: CallSite): PossibleValues {
  const { code } = site.module;
  const declarator = code.ancestors(site.node).at(-1);
  if (declarator?.type !== 'VariableDeclarator') return undefined;
  if (declarator.id.type !== 'ArrayPattern') return undefined;
  if (code.ancestors(declarator).at(-2)?.type === 'ExportNamedDeclaration') return undefined;
  const setter = declarator.id.elements[1];
  if (!setter) return [];
  if (setter.type !== 'Identifier') return undefined;
  const declared = lookUpVariable(setter.name, code.scopeAt(declarator));
  return declared && valuesSetBy(declared, site);
}

function valuesSetBy(setter: Variable, site: CallSite): PossibleValues {
  const { module, evaluator } = site;
  return unionOf(
    module.code.references(setter).map(({ node, ancestors }) => {
      const call: AnyNode | undefined = ancestors.at(-1);
      if (call?.type !== 'CallExpression' || call.callee !== node) return undefined;
      const [value] = call.arguments;
      if (!value) return NOTHING;
      if (value.type === 'SpreadElement') return undefined;
      return evaluated(evaluator.values(value, module), site);
    }),
  );
}
