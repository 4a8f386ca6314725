import type { AnyNode, CallExpression, ObjectExpression, Property } from 'acorn';
import type { ModuleCode } from '../../../code/bindings.ts';
import {
  type AppModule,
  type Evaluator,
  mapValues,
  NOTHING,
  type PossibleValues,
  type StaticValue,
  textsOf,
  unionOf,
} from './model.ts';

/** Value of an object literal. */
export function objectOf(
  node: ObjectExpression,
  module: AppModule,
  evaluator: Evaluator,
): StaticValue {
  return {
    kind: 'object',
    member(key) {
      if (key === undefined) {
        return unionOf(
          node.properties.map((each) =>
            each.type === 'SpreadElement'
              ? mapValues(evaluator.values(each.argument, module), (value) =>
                  value.kind === 'object' ? value.member(undefined) : spreadValues(value),
                )
              : propertyValues(each, module, evaluator),
          ),
        );
      }
      // The last property wins.
      const found: PossibleValues[] = [];
      for (const each of node.properties.toReversed()) {
        if (each.type === 'SpreadElement') {
          found.push(
            mapValues(evaluator.values(each.argument, module), (value) =>
              value.kind === 'object' ? value.member(key) : spreadValues(value),
            ),
          );
          continue;
        }
        const keys = keysOf(each, module, evaluator);
        if (isPrototype(each)) return undefined;
        if (keys && !keys.includes(key)) continue;
        found.push(propertyValues(each, module, evaluator));
        if (keys?.length === 1) return unionOf(found);
      }
      return unionOf([...found, NOTHING]);
    },
    keys: () =>
      unionOf(
        node.properties.map((each) => {
          if (each.type === 'SpreadElement') {
            return mapValues(evaluator.values(each.argument, module), (value) =>
              value.kind === 'object' ? value.keys() : spreadValues(value),
            );
          }
          return (isPrototype(each) ? undefined : keysOf(each, module, evaluator))?.map(
            (text): StaticValue => ({ kind: 'text', text, node: each.key, module }),
          );
        }),
      ),
  };
}

/** Values that a spread adds if its argument is not an object. */
function spreadValues(value: StaticValue): PossibleValues {
  return value.kind === 'nothing' ? [] : undefined;
}

function keysOf(
  { key, computed }: Property,
  module: AppModule,
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

function propertyValues(
  property: Property,
  module: AppModule,
  evaluator: Evaluator,
): PossibleValues {
  if (isPrototype(property)) return undefined;
  if (property.kind === 'get') return evaluator.returned(property.value, module);
  return property.kind === 'set' ? [] : evaluator.values(property.value, module);
}

/** Value of an enum in TypeScript source. */
export function enumOf(
  node: AnyNode,
  module: AppModule,
  evaluator: Evaluator,
): StaticValue | undefined {
  const { members, body } = node as unknown as {
    readonly members?: readonly EnumMemberNode[];
    readonly body?: { readonly members: readonly EnumMemberNode[] };
  };
  const entries = (members ?? body?.members)?.map(({ id, initializer }): ObjectEntry => {
    const key = id.name ?? id.value ?? '';
    return [
      key,
      id as unknown as AnyNode,
      () => (initializer ? evaluator.values(initializer, module) : NOTHING),
    ];
  });
  return entries && objectOfEntries(entries, module);
}

interface EnumMemberNode {
  readonly id: { readonly name?: string; readonly value?: string };
  readonly initializer?: AnyNode;
}

type ObjectEntry = readonly [key: string, node: AnyNode, values: () => PossibleValues];

/** Value of a compiled enum: a function that is called in place and only sets members. */
export function compiledEnumOf(
  call: CallExpression,
  module: AppModule,
  evaluator: Evaluator,
): StaticValue | undefined {
  const entries = compiledMembers(call, module.code)?.map(({ key, node, value }): ObjectEntry => {
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
  const [argument] = call.arguments;
  if (argument?.type === 'ObjectExpression') return argument.properties.length === 0;
  if (argument?.type !== 'LogicalExpression' || argument.left.type !== 'Identifier') return false;
  const { left, right } = argument;
  if (right.type === 'AssignmentExpression') {
    return (
      right.left.type === 'Identifier' && right.left.name === left.name && isEmpty(right.right)
    );
  }
  const holder = code.ancestors(call).at(-1);
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

function objectOfEntries(entries: readonly ObjectEntry[], module: AppModule): StaticValue {
  const keyOf = ([text, node]: ObjectEntry): StaticValue => ({ kind: 'text', text, node, module });
  /** Names of members that may be numbers, which lead back to them. */
  const reverse = () =>
    entries.filter(([, , values]) => !values()?.every(({ kind }) => kind === 'text')).map(keyOf);
  return {
    kind: 'object',
    member: (key) => {
      const found = entries.filter(([each]) => key === undefined || each === key);
      const isNumber = key === undefined || /^-?\d/.test(key);
      const all = [...found.map(([, , values]) => values()), ...(isNumber ? [reverse()] : [])];
      return found.length === 0 && !isNumber ? NOTHING : unionOf(all);
    },
    keys: () => [...entries.map(keyOf), ...(reverse().length > 0 ? (NOTHING ?? []) : [])],
  };
}
