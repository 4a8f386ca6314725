import type {
  AnyNode,
  CallExpression,
  Expression,
  Identifier,
  ObjectExpression,
  Property,
  SpreadElement,
} from 'acorn';
import { lookUpVariable, type Scope } from '../../code/scope.ts';

/** Icon name in the code. */
export interface NameInCode {
  readonly name: string;
  /** Range to replace. */
  readonly start: number;
  readonly end: number;
  /** True if other code reads the range, too, so that its value has to stay. */
  readonly isShared: boolean;
  /** True for the value of a shorthand property, which has to be expanded. */
  readonly isShorthand?: boolean;
}

/** Limit of nodes per expression: constants of constants can double with each. */
const MAX_STEPS = 10_000;

/**
 * Finds all names that can be the value of an expression; `undefined` if there may be others.
 *
 * @param isIconConstant recognizes a constant of iconloom, `icon.x`, which is handled separately
 */
export function namesOf(
  node: AnyNode,
  scope: Scope,
  isIconConstant: (node: AnyNode, scope: Scope) => boolean,
  budget: { steps: number } = { steps: MAX_STEPS },
): readonly NameInCode[] | undefined {
  budget.steps -= 1;
  if (budget.steps < 0) return undefined;
  const names = (each: AnyNode, from = scope) => namesOf(each, from, isIconConstant, budget);
  if (isIconConstant(node, scope)) return [];
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? textName(node.value, node) : [];
    case 'TemplateLiteral': {
      const [only, ...others] = node.quasis;
      return others.length === 0 ? textName(only?.value.cooked ?? '', node) : undefined;
    }
    case 'ConditionalExpression':
      return joinNames([names(node.consequent), names(node.alternate)]);
    case 'LogicalExpression':
      // The left side of && is only the result if it is falsy, and so not a name.
      return node.operator === '&&'
        ? names(node.right)
        : joinNames([names(node.left), names(node.right)]);
    case 'SequenceExpression':
      return names(node.expressions.at(-1) as Expression);
    case 'UnaryExpression':
      return node.operator === 'void' || node.operator === '!' ? [] : undefined;
    case 'Identifier': {
      if (node.name === 'undefined') return [];
      const declared = lookUpVariable(node.name, scope);
      if (declared?.kind !== 'const') return undefined;
      const namesOfConstant = names(declared.value, declared.scope);
      const [only, ...others] = namesOfConstant ?? [];
      if (only && others.length === 0 && isText(declared.value)) {
        return [{ name: only.name, start: node.start, end: node.end, isShared: false }];
      }
      return namesOfConstant?.map((each) => ({ ...each, isShared: true }));
    }
    case 'CallExpression': {
      const derived = svelteDerived(node, scope);
      return derived && names(derived.value, derived.scope);
    }
    default:
      return undefined;
  }
}

/** Checks that code never changes the object or list in a variable. */
type IsUnchanged = (variable: Identifier) => boolean;

/** Finds the names in a list: `['a', 'b']`, a constant with a list, a `Set` of a list. */
export function namesInList(
  node: AnyNode,
  scope: Scope,
  isIconConstant: (node: AnyNode, scope: Scope) => boolean,
  isUnchanged: IsUnchanged,
): readonly NameInCode[] | undefined {
  switch (node.type) {
    case 'ArrayExpression':
      return joinNames(
        node.elements.map((each) => (each ? namesOf(each, scope, isIconConstant) : undefined)),
      );
    case 'NewExpression': {
      const [only, ...others] = node.arguments;
      const isSet = node.callee.type === 'Identifier' && node.callee.name === 'Set';
      return isSet && only && others.length === 0
        ? namesInList(only, scope, isIconConstant, isUnchanged)
        : undefined;
    }
    case 'Identifier': {
      const declared = lookUpVariable(node.name, scope);
      if (declared?.kind !== 'const' || !isUnchanged(node)) return undefined;
      const namesOfConstant = namesInList(
        declared.value,
        declared.scope,
        isIconConstant,
        isUnchanged,
      );
      return namesOfConstant?.map((each) => ({ ...each, isShared: true }));
    }
    default:
      return undefined;
  }
}

/** Expression behind `$.get($0)`, which Svelte compiles to `let $0 = $.derived(() => …)`. */
function svelteDerived(
  { callee, arguments: [first] }: CallExpression,
  scope: Scope,
): { readonly value: AnyNode; readonly scope: Scope } | undefined {
  if (first?.type !== 'Identifier' || propertyOf(callee) !== 'get') return undefined;
  const declared = lookUpVariable(first.name, scope);
  const isSet =
    declared?.kind === 'const' || (declared?.kind === 'let' && /^\$\d+$/.test(first.name));
  if (!isSet || declared.value.type !== 'CallExpression') return undefined;
  const [given] = declared.value.arguments;
  const isDerived = /^derived/.test(propertyOf(declared.value.callee) ?? '');
  if (!isDerived || given?.type !== 'ArrowFunctionExpression') return undefined;
  return { value: given.body, scope: declared.scope };
}

function propertyOf(callee: AnyNode): string | undefined {
  if (callee.type !== 'MemberExpression' || callee.computed) return undefined;
  return callee.property.type === 'Identifier' ? callee.property.name : undefined;
}

function isText(node: AnyNode): boolean {
  return node.type === 'Literal' || node.type === 'TemplateLiteral';
}

function textName(name: string, { start, end }: AnyNode): readonly NameInCode[] {
  return name === '' ? [] : [{ name, start, end, isShared: false }];
}

function joinNames(
  lists: readonly (readonly NameInCode[] | undefined)[],
): readonly NameInCode[] | undefined {
  return lists.includes(undefined) ? undefined : lists.flatMap((list) => list ?? []);
}

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
 *
 * @param calledOf returns the name of a called function, as its module exports it
 */
export function namesInProps(
  props: AnyNode | undefined,
  scope: Scope,
  isIconConstant: (node: AnyNode, scope: Scope) => boolean,
  calledOf: (node: AnyNode, scope: Scope) => string | undefined,
  isUnchanged: IsUnchanged,
): readonly NameInCode[] | undefined {
  return nameIn(props).names;

  function nameIn(node: AnyNode | undefined, from = scope): NameProperty {
    if (!node) return NOTHING;
    if (node.type === 'Literal') return NOTHING;
    if (node.type === 'Identifier' && /^(undefined|_attrs|\$\$attrs)$/.test(node.name)) {
      return NOTHING;
    }
    if (node.type === 'ObjectExpression') return nameInObject(node, from);
    if (node.type === 'CallExpression') {
      const called = calledOf(node.callee, from);
      const args = node.arguments.filter((each) => each.type !== 'SpreadElement');
      if (args.length < node.arguments.length || called === undefined) return UNKNOWN;
      if (IDENTITY_FUNCTIONS.has(called)) return nameIn(args[0], from);
      return MERGE_FUNCTIONS.has(called)
        ? lastFound(args.map((each) => () => nameIn(each, from)))
        : UNKNOWN;
    }
    if (node.type !== 'Identifier') return UNKNOWN;
    const declared = lookUpVariable(node.name, from);
    if (declared?.kind !== 'const' || declared.value.type !== 'ObjectExpression') return UNKNOWN;
    if (!isUnchanged(node)) return UNKNOWN;
    const { found, names } = nameIn(declared.value, declared.scope);
    return { found, names: names?.map((each) => ({ ...each, isShared: true })) };
  }

  function nameInObject({ properties }: ObjectExpression, from: Scope): NameProperty {
    return lastFound(properties.map((property) => () => nameInProperty(property, from)));
  }

  function nameInProperty(property: Property | SpreadElement, from: Scope): NameProperty {
    if (property.type === 'SpreadElement') return nameIn(property.argument, from);
    const key = keyOf(property);
    if (key === undefined) return UNKNOWN;
    if (key !== 'name') return NOTHING;
    const value = property.kind === 'get' ? getterResult(property) : property.value;
    const names = value && namesOf(value, from, isIconConstant);
    if (!property.shorthand) return { found: true, names };
    return { found: true, names: names?.map((each) => ({ ...each, isShorthand: !each.isShared })) };
  }
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
