import type {
  AnyNode,
  CallExpression,
  Expression,
  Identifier,
  Property,
  SpreadElement,
} from 'acorn';
import { lookUpVariable, type Scope } from '../../code/scope.ts';
import { calleeName } from './callee-name.ts';
import { type IsUnchanged, type NameInCode, namesOf } from './literal-names.ts';

/** Functions that join the properties of several objects, the last of which wins. */
const MERGE_FUNCTIONS = new Set(['mergeProps', 'spread_props', '_extends', 'assign', 'extends']);
/** Functions that return the properties they are given. */
const IDENTITY_FUNCTIONS = new Set(['normalizeProps', 'guardReactiveProps', 'reactive']);

/** Result of looking for the property `name` in an object. */
type NameProperty = { readonly found: boolean; readonly names: readonly NameInCode[] | undefined };

const NOTHING: NameProperty = { found: false, names: [] };
const UNKNOWN: NameProperty = { found: true, names: undefined };

/**
 * Finds all names that can be the property `name` of a component's properties; `undefined` if there
 * may be others.
 */
export function namesInProps(
  props: AnyNode | undefined,
  scope: Scope,
  isUnchanged: IsUnchanged,
): readonly NameInCode[] | undefined {
  return nameIn(props, scope, isUnchanged).names;
}

function nameIn(node: AnyNode | undefined, scope: Scope, isUnchanged: IsUnchanged): NameProperty {
  switch (node?.type) {
    case undefined:
    case 'Literal':
      return NOTHING;
    case 'ObjectExpression':
      return lastFound(
        node.properties.map((each) => () => nameInProperty(each, scope, isUnchanged)),
      );
    case 'CallExpression':
      return nameInCall(node, scope, isUnchanged);
    case 'Identifier':
      return nameInVariable(node, scope, isUnchanged);
    default:
      return UNKNOWN;
  }
}

function nameInCall(
  { callee, arguments: args }: CallExpression,
  scope: Scope,
  isUnchanged: IsUnchanged,
): NameProperty {
  const called = calleeName(callee, scope);
  const isPlain = args.every((each) => each.type !== 'SpreadElement');
  if (!isPlain || called === undefined) return UNKNOWN;
  if (IDENTITY_FUNCTIONS.has(called)) return nameIn(args[0], scope, isUnchanged);
  return MERGE_FUNCTIONS.has(called)
    ? lastFound(args.map((each) => () => nameIn(each, scope, isUnchanged)))
    : UNKNOWN;
}

function nameInVariable(node: Identifier, scope: Scope, isUnchanged: IsUnchanged): NameProperty {
  if (/^(undefined|_attrs|\$\$attrs)$/.test(node.name)) return NOTHING;
  const declared = lookUpVariable(node.name, scope);
  if (declared?.kind !== 'const' || declared.value.type !== 'ObjectExpression') return UNKNOWN;
  if (!isUnchanged(node)) return UNKNOWN;
  const { found, names } = nameIn(declared.value, declared.scope, isUnchanged);
  return { found, names: names?.map((each) => ({ ...each, isShared: true })) };
}

function nameInProperty(
  property: Property | SpreadElement,
  scope: Scope,
  isUnchanged: IsUnchanged,
): NameProperty {
  if (property.type === 'SpreadElement') return nameIn(property.argument, scope, isUnchanged);
  const key = keyOf(property);
  if (key === undefined) return UNKNOWN;
  if (key !== 'name') return NOTHING;
  const value = property.kind === 'get' ? getterResult(property) : property.value;
  const names = value && namesOf(value, scope);
  if (!property.shorthand) return { found: true, names };
  return { found: true, names: names?.map((each) => ({ ...each, isShorthand: !each.isShared })) };
}

/** Result of the last object that has the property. */
function lastFound(all: readonly (() => NameProperty)[]): NameProperty {
  for (const each of [...all].reverse()) {
    const result = each();
    if (result.found) return result;
  }
  return NOTHING;
}

function keyOf({ key, computed }: Property): string | undefined {
  if (key.type === 'Literal') return String(key.value);
  return key.type === 'Identifier' && !computed ? key.name : undefined;
}

/** Expression that a getter returns, if it does nothing else. */
function getterResult({ value }: Property): Expression | undefined {
  if (value.type !== 'FunctionExpression') return undefined;
  const [only, ...others] = value.body.body;
  if (only?.type !== 'ReturnStatement' || others.length > 0) return undefined;
  return only.argument ?? undefined;
}
