import type { AnyNode, CallExpression, ObjectExpression, Property } from 'acorn';
import type { ModuleCode } from '../../../code/bindings.ts';
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
      // The last property wins.
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
        if (isPrototype(each)) return undefined;
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
          return (isPrototype(each) ? undefined : keysOf(each, module, evaluator))?.map(
            (text): Value => ({ is: 'text', text, node: each.key, module }),
          );
        }),
      ),
  };
}

/** Values that a spread adds if its argument is not an object. */
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

/** `__proto__: …`, whose members are the object's, too. */
function isPrototype({ key, computed, shorthand, method }: Property): boolean {
  const name = key.type === 'Identifier' ? key.name : key.type === 'Literal' ? key.value : '';
  return name === '__proto__' && !computed && !shorthand && !method;
}

function propertyValues(property: Property, module: Module, evaluator: Evaluator): Values {
  if (isPrototype(property)) return undefined;
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
  call: CallExpression,
  module: Module,
  evaluator: Evaluator,
): Value | undefined {
  const entries = compiledMembers(call, module.code)?.map(({ key, node, value }): Entry => {
    return [key, node, () => evaluator.values(value, module)];
  });
  return entries && objectOfEntries(entries, module);
}

/** Members that a compiled enum sets; `undefined` for other calls. */
export function compiledMembers(
  call: CallExpression,
  code: ModuleCode,
): readonly CompiledMember[] | undefined {
  const { callee, arguments: args } = call;
  if (callee.type !== 'FunctionExpression' && callee.type !== 'ArrowFunctionExpression') {
    return undefined;
  }
  const [param, ...others] = callee.params;
  if (param?.type !== 'Identifier' || others.length > 0 || args.length !== 1) return undefined;
  if (callee.body.type !== 'BlockStatement' || !isNewObject(call, code)) return undefined;
  const members: CompiledMember[] = [];
  for (const statement of callee.body.body) {
    if (statement.type === 'ReturnStatement') {
      const { argument } = statement;
      if (argument?.type !== 'Identifier' || argument.name !== param.name) return undefined;
      continue;
    }
    if (statement.type !== 'ExpressionStatement') return undefined;
    const member = memberSetBy(statement.expression, param.name);
    if (!member) return undefined;
    members.push(member);
  }
  return members.length > 0 ? members : undefined;
}

interface CompiledMember {
  readonly key: string;
  readonly node: AnyNode;
  readonly value: AnyNode;
}

/** `E.A = 'a'` or `E[E.A = 0] = 'A'`. */
function memberSetBy(node: AnyNode, object: string): CompiledMember | undefined {
  if (node.type !== 'AssignmentExpression' || node.operator !== '=') return undefined;
  const { left, right } = node;
  if (left.type !== 'MemberExpression' || left.object.type !== 'Identifier') return undefined;
  if (left.object.name !== object) return undefined;
  const { property, computed } = left;
  if (property.type === 'Literal') {
    return { key: String(property.value), node: property, value: right };
  }
  if (!computed) {
    return property.type === 'Identifier'
      ? { key: property.name, node: property, value: right }
      : undefined;
  }
  const member = memberSetBy(property, object);
  const isReverse = member && right.type === 'Literal' && right.value === member.key;
  return isReverse ? member : undefined;
}

/** Checks that an enum's function gets an object of its own: `{}`, `E || {}`, `E || (E = {})`. */
function isNewObject(call: CallExpression, code: ModuleCode): boolean {
  const [given] = call.arguments;
  if (given?.type === 'ObjectExpression') return given.properties.length === 0;
  if (given?.type !== 'LogicalExpression' || given.left.type !== 'Identifier') return false;
  const { left, right } = given;
  if (right.type === 'AssignmentExpression') {
    return (
      right.left.type === 'Identifier' && right.left.name === left.name && isEmpty(right.right)
    );
  }
  const holder = code.around(call).at(-1);
  const target =
    holder?.type === 'VariableDeclarator'
      ? holder.id
      : holder?.type === 'AssignmentExpression'
        ? holder.left
        : undefined;
  return isEmpty(right) && target?.type === 'Identifier' && target.name === left.name;
}

function isEmpty(node: AnyNode): boolean {
  return node.type === 'ObjectExpression' && node.properties.length === 0;
}

function objectOfEntries(entries: readonly Entry[], module: Module): Value {
  const keyOf = ([text, node]: Entry): Value => ({ is: 'text', text, node, module });
  /** Names of members that may be numbers, which lead back to them. */
  const reverse = () =>
    entries.filter(([, , values]) => !values()?.every(({ is }) => is === 'text')).map(keyOf);
  return {
    is: 'object',
    member: (key) => {
      const found = entries.filter(([each]) => key === undefined || each === key);
      const isNumber = key === undefined || /^-?\d/.test(key);
      const all = [...found.map(([, , values]) => values()), ...(isNumber ? [reverse()] : [])];
      return found.length === 0 && !isNumber ? NOTHING : union(all);
    },
    keys: () => [...entries.map(keyOf), ...(reverse().length > 0 ? (NOTHING ?? []) : [])],
  };
}
