import type { AnyNode, CallExpression, ObjectExpression, Property } from 'acorn';
import {
  type Evaluator,
  fromEach,
  type Module,
  NOTHING,
  textsOf,
  union,
  type Value,
  type Values,
} from './model.ts';

/** Value of an object literal. */
export function objectOf(node: ObjectExpression, module: Module, evaluator: Evaluator): Value {
  return {
    is: 'object',
    member(key) {
      if (key === undefined) {
        return union(
          node.properties.map((each) =>
            each.type === 'SpreadElement'
              ? fromEach(evaluator.values(each.argument, module), (value) =>
                  value.is === 'object' ? value.member(undefined) : spread(value),
                )
              : propertyValues(each, module, evaluator),
          ),
        );
      }
      // What is written last wins.
      const found: Values[] = [];
      for (const each of node.properties.toReversed()) {
        if (each.type === 'SpreadElement') {
          found.push(
            fromEach(evaluator.values(each.argument, module), (value) =>
              value.is === 'object' ? value.member(key) : spread(value),
            ),
          );
          continue;
        }
        const keys = keysOf(each, module, evaluator);
        if (keys && !keys.includes(key)) continue;
        found.push(propertyValues(each, module, evaluator));
        if (keys?.length === 1) return union(found);
      }
      return union([...found, NOTHING]);
    },
    keys: () =>
      union(
        node.properties.map((each) => {
          if (each.type === 'SpreadElement') {
            return fromEach(evaluator.values(each.argument, module), (value) =>
              value.is === 'object' ? value.keys() : spread(value),
            );
          }
          return keysOf(each, module, evaluator)?.map(
            (text): Value => ({ is: 'text', text, node: each.key, module }),
          );
        }),
      ),
  };
}

/** Values that spreading something else than an object adds. */
function spread(value: Value): Values {
  return value.is === 'nothing' ? [] : undefined;
}

function keysOf(
  { key, computed }: Property,
  module: Module,
  evaluator: Evaluator,
): readonly string[] | undefined {
  if (computed) return textsOf(evaluator.values(key, module));
  if (key.type === 'Identifier') return [key.name];
  return key.type === 'Literal' ? [String(key.value)] : undefined;
}

function propertyValues(property: Property, module: Module, evaluator: Evaluator): Values {
  if (property.kind === 'get') return evaluator.returned(property.value, module);
  return property.kind === 'set' ? [] : evaluator.values(property.value, module);
}

/** Value of an enum in TypeScript source. */
export function enumOf(node: AnyNode, module: Module, evaluator: Evaluator): Value | undefined {
  const { members, body } = node as unknown as {
    readonly members?: readonly EnumMember[];
    readonly body?: { readonly members: readonly EnumMember[] };
  };
  const entries = (members ?? body?.members)?.map(({ id, initializer }): Entry => {
    const key = id.name ?? id.value ?? '';
    return [
      key,
      id as unknown as AnyNode,
      () => (initializer ? evaluator.values(initializer, module) : NOTHING),
    ];
  });
  return entries && objectOfEntries(entries, module);
}

interface EnumMember {
  readonly id: { readonly name?: string; readonly value?: string };
  readonly initializer?: AnyNode;
}

type Entry = readonly [key: string, node: AnyNode, values: () => Values];

/** Value of a compiled enum: a function that is called in place and only sets members. */
export function compiledEnumOf(
  { callee, arguments: args }: CallExpression,
  module: Module,
  evaluator: Evaluator,
): Value | undefined {
  if (callee.type !== 'FunctionExpression' && callee.type !== 'ArrowFunctionExpression') {
    return undefined;
  }
  const [param, ...others] = callee.params;
  if (param?.type !== 'Identifier' || others.length > 0 || args.length !== 1) return undefined;
  if (callee.body.type !== 'BlockStatement') return undefined;
  const entries: Entry[] = [];
  for (const statement of callee.body.body) {
    if (statement.type === 'ReturnStatement') continue;
    if (statement.type !== 'ExpressionStatement') return undefined;
    const { expression } = statement;
    if (expression.type !== 'AssignmentExpression') return undefined;
    const { left, right } = expression;
    if (left.type !== 'MemberExpression' || left.object.type !== 'Identifier') return undefined;
    if (left.object.name !== param.name) return undefined;
    const { property, computed } = left;
    if (property.type === 'Literal') {
      entries.push([String(property.value), property, () => evaluator.values(right, module)]);
    } else if (property.type === 'Identifier' && !computed) {
      entries.push([property.name, property, () => evaluator.values(right, module)]);
    } else if (property.type !== 'AssignmentExpression') return undefined;
  }
  return entries.length > 0 ? objectOfEntries(entries, module) : undefined;
}

function objectOfEntries(entries: readonly Entry[], module: Module): Value {
  return {
    is: 'object',
    member: (key) => {
      const found = entries.filter(([each]) => key === undefined || each === key);
      return found.length === 0 ? NOTHING : union(found.map(([, , values]) => values()));
    },
    keys: () => entries.map(([text, node]): Value => ({ is: 'text', text, node, module })),
  };
}
