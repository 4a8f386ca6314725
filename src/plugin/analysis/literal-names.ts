import type { AnyNode, CallExpression, Expression, Identifier } from 'acorn';
import { lookUpVariable, type Scope } from '../../code/scope.ts';
import { isIconConstant } from './iconloom-exports.ts';

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
 * Constants of iconloom, `icon.x`, are found on their own.
 */
export function namesOf(
  node: AnyNode,
  scope: Scope,
  budget: { steps: number } = { steps: MAX_STEPS },
): readonly NameInCode[] | undefined {
  budget.steps -= 1;
  if (budget.steps < 0) return undefined;
  const names = (each: AnyNode, from = scope) => namesOf(each, from, budget);
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
    case 'Identifier':
      return namesOfVariable(node, scope, budget);
    case 'CallExpression': {
      const derived = svelteDerived(node, scope);
      return derived && names(derived.value, derived.scope);
    }
    default:
      return undefined;
  }
}

function namesOfVariable(
  node: Identifier,
  scope: Scope,
  budget: { steps: number },
): readonly NameInCode[] | undefined {
  if (node.name === 'undefined') return [];
  const declared = lookUpVariable(node.name, scope);
  if (declared?.kind !== 'const') return undefined;
  const names = namesOf(declared.value, declared.scope, budget);
  const [only, ...others] = names ?? [];
  if (only && others.length === 0 && isText(declared.value)) {
    return [{ name: only.name, start: node.start, end: node.end, isShared: false }];
  }
  return names?.map((each) => ({ ...each, isShared: true }));
}

/** Checks that code never changes the object or list in a variable. */
export type IsUnchanged = (variable: Identifier) => boolean;

/** Finds the names in a list: `['a', 'b']`, a constant with a list, a `Set` of a list. */
export function namesInList(
  node: AnyNode,
  scope: Scope,
  isUnchanged: IsUnchanged,
): readonly NameInCode[] | undefined {
  switch (node.type) {
    case 'ArrayExpression':
      return joinNames(node.elements.map((each) => (each ? namesOf(each, scope) : undefined)));
    case 'NewExpression': {
      const [only, ...others] = node.arguments;
      const isSet = node.callee.type === 'Identifier' && node.callee.name === 'Set';
      return isSet && only && others.length === 0
        ? namesInList(only, scope, isUnchanged)
        : undefined;
    }
    case 'Identifier': {
      const declared = lookUpVariable(node.name, scope);
      if (declared?.kind !== 'const' || !isUnchanged(node)) return undefined;
      const namesOfConstant = namesInList(declared.value, declared.scope, isUnchanged);
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
