import type {
  AnyNode,
  ArrayExpression,
  Literal,
  LogicalExpression,
  MemberExpression,
  TemplateLiteral,
} from 'acorn';
import { callValues, newValues } from './calls.ts';
import { joinedTexts } from './concatenation.ts';
import {
  type AppModule,
  type Evaluator,
  elementsOf,
  membersOf,
  NOTHING,
  type PossibleValues,
  type StaticValue,
  textsOf,
  unionOf,
} from './model.ts';
import { objectOf } from './objects.ts';

/** Nodes that only wrap an expression: types and parentheses. */
const WRAPPERS =
  /^(TS(As|Satisfies|NonNull|Instantiation)Expression|TSTypeAssertion|ParenthesizedExpression|ChainExpression)$/;

/** Evaluates an expression by its kind. */
export function expressionValues(
  node: AnyNode,
  module: AppModule,
  evaluator: Evaluator,
): PossibleValues {
  switch (node.type) {
    case 'Literal':
      return literalValue(node, module);
    case 'TemplateLiteral':
      return templateTexts(node, module, evaluator);
    case 'ObjectExpression':
      return [objectOf(node, module, evaluator)];
    case 'ArrayExpression':
      return [arrayOf(node, module, evaluator)];
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return [{ kind: 'function', node, module }];
    case 'Identifier':
      return evaluator.variable(node.name, module, module.code.scopeAt(node));
    case 'MemberExpression':
      return memberValues(node, module, evaluator);
    case 'CallExpression':
      return callValues(node, module, evaluator);
    case 'NewExpression':
      return newValues(node, module, evaluator);
    default:
      return operationValues(node, module, evaluator);
  }
}

/** Evaluates operators, and nodes that wrap an expression. */
function operationValues(node: AnyNode, module: AppModule, evaluator: Evaluator): PossibleValues {
  const values = (each: AnyNode) => evaluator.values(each, module);
  switch (node.type) {
    case 'BinaryExpression':
      if (node.operator !== '+') return NOTHING;
      return joinedTexts([values(node.left), values(node.right)], node, module);
    case 'ConditionalExpression':
      return unionOf([values(node.consequent), values(node.alternate)]);
    case 'LogicalExpression':
      return unionOf([leftResult(node, values), values(node.right)]);
    case 'SequenceExpression':
      return values(node.expressions.at(-1) as AnyNode);
    case 'AssignmentExpression':
      return node.operator === '=' ? values(node.right) : undefined;
    case 'UnaryExpression':
      return node.operator === 'typeof' ? undefined : NOTHING;
    default:
      return WRAPPERS.test(node.type)
        ? values((node as unknown as { readonly expression: AnyNode }).expression)
        : undefined;
  }
}

/** Results from the left side. With `&&`, that is only the result if it is falsy, and so not a name. */
function leftResult(
  { operator, left }: LogicalExpression,
  values: (node: AnyNode) => PossibleValues,
): PossibleValues {
  return operator === '&&' ? NOTHING : values(left);
}

function literalValue(node: Literal, module: AppModule): PossibleValues {
  if ('regex' in node) return undefined;
  return typeof node.value === 'string' ? [textOf(node.value, node, module)] : NOTHING;
}

function templateTexts(
  node: TemplateLiteral,
  module: AppModule,
  evaluator: Evaluator,
): PossibleValues {
  const parts = node.quasis.flatMap((quasi, index): PossibleValues[] => {
    const inner = node.expressions[index];
    const fixed: PossibleValues = [textOf(quasi.value.cooked ?? '', node, module)];
    return inner ? [fixed, evaluator.values(inner, module)] : [fixed];
  });
  return joinedTexts(parts, node, module);
}

function arrayOf(
  { elements }: ArrayExpression,
  module: AppModule,
  evaluator: Evaluator,
): StaticValue {
  const isPlain = elements.every((each) => each?.type !== 'SpreadElement');
  const all = elements.map((each) => (): PossibleValues => {
    if (!each) return NOTHING;
    return each.type === 'SpreadElement'
      ? elementsOf(evaluator.values(each.argument, module))
      : evaluator.values(each, module);
  });
  return {
    kind: 'list',
    at(index) {
      if (index !== undefined && isPlain) return all[index] ? all[index]() : NOTHING;
      return unionOf(all.map((each) => each()));
    },
  };
}

function memberValues(
  { object, property, computed }: MemberExpression,
  module: AppModule,
  evaluator: Evaluator,
): PossibleValues {
  const objects = evaluator.values(object, module);
  if (!computed) {
    return property.type === 'Identifier' ? membersOf(objects, property.name) : undefined;
  }
  if (property.type === 'Literal') return membersOf(objects, String(property.value));
  const keys = textsOf(evaluator.values(property, module));
  return keys ? unionOf(keys.map((key) => membersOf(objects, key))) : membersOf(objects, undefined);
}

function textOf(text: string, node: AnyNode, module: AppModule): StaticValue {
  return { kind: 'text', text, node, module };
}
