import type { AnyNode, CallExpression, Pattern } from 'acorn';
import { type Declared, lookUp, type Scope } from '../../../code/scope.ts';
import { argumentOf } from './arguments.ts';
import { calledValues, createdValues, returnedValues } from './calls.ts';
import { joinedTexts } from './concatenation.ts';
import { exportedValues } from './exports.ts';
import {
  canChange,
  type Evaluator,
  elementsOf,
  fromEach,
  listOf,
  type Module,
  membersOf,
  NOTHING,
  textsOf,
  union,
  type Value,
  type Values,
  withoutState,
} from './model.ts';
import { isNeverMutated } from './mutations.ts';
import { compiledEnumOf, enumOf, objectOf } from './objects.ts';
import { destructured } from './patterns.ts';

/** Limit of nodes per expression; above it, the value is unknown. */
const MOST_STEPS = 20_000;

/** Limit of nodes that checks for changes evaluate in one module; above it, all may change. */
const MOST_LITERAL_STEPS = 300_000;

/** Finds the module behind an import; `undefined` if its code cannot be read. */
export type FindModule = (from: Module, source: string) => Module | undefined;

/** Results that do not depend on what is evaluated. */
export interface Memory {
  readonly literals: Map<AnyNode, Values>;
  /** Nodes whose evaluation met a limit. */
  readonly limited: Set<AnyNode>;
  limitHits: number;
  literalSteps: number;
  readonly enums: Map<Declared, readonly CallExpression[]>;
  readonly unchanged: Map<Declared, boolean>;
  /** True if code changes nothing but the order of lists. */
  readonly reordered: Map<Declared, boolean>;
}

/** Creates an empty cache. */
export function openMemory(): Memory {
  return {
    literals: new Map(),
    limited: new Set(),
    limitHits: 0,
    literalSteps: 0,
    enums: new Map(),
    unchanged: new Map(),
    reordered: new Map(),
  };
}

/** Nodes that only wrap an expression: types and parentheses. */
const WRAPPERS =
  /^(TS(As|Satisfies|NonNull|Instantiation)Expression|TSTypeAssertion|ParenthesizedExpression|ChainExpression)$/;

/**
 * Evaluates expressions to all values that they can have, through the modules of an app.
 *
 * @param isOurs recognizes a constant of iconloom, `icon.x`, which is kept separately
 * @param memory results that evaluators with the same modules share
 * @param ignoresMutation evaluates objects by their literals, even if code changes them
 */
export function openEvaluator(
  find: FindModule,
  isOurs: (node: AnyNode, scope: Scope) => boolean,
  memory: Memory = openMemory(),
  ignoresMutation = false,
): Evaluator {
  /** Nodes and variables in evaluation; a value that depends on itself is unknown. */
  const open = new Set<unknown>();
  let steps = 0;

  const evaluator: Evaluator = {
    values: (node, module) => once(node, () => valuesOf(node, module)),
    isUnchanged: (declared, module) => isUnchanged(declared, module, true),
    returned: (node, module) => returnedValues(node, module, evaluator),
    called: (values) =>
      fromEach(values, (value) => {
        if (value.is === 'function') return evaluator.returned(value.node, value.module);
        return value.is === 'box' ? value.inside() : undefined;
      }),
    argument: (node, index, module) => argumentOf(node, index, module, evaluator),
    imported(module, source, name) {
      const other = find(module, source);
      return other && exportedValues(other, name, evaluator, (local, from) => named(local, from));
    },
  };
  return evaluator;

  function once(key: unknown, work: () => Values): Values {
    steps += 1;
    if (ignoresMutation) memory.literalSteps += 1;
    if (steps > MOST_STEPS || memory.literalSteps > MOST_LITERAL_STEPS) {
      memory.limitHits += 1;
      return undefined;
    }
    if (open.has(key)) return undefined;
    open.add(key);
    try {
      return work();
    } finally {
      open.delete(key);
    }
  }

  function valuesOf(node: AnyNode, module: Module): Values {
    const values = (each: AnyNode) => evaluator.values(each, module);
    if (WRAPPERS.test(node.type)) {
      return values((node as unknown as { readonly expression: AnyNode }).expression);
    }
    const scope = module.code.scopeAt(node);
    if (isOurs(node, scope)) return [{ is: 'constant' }];
    switch (node.type) {
      case 'Literal':
        if ('regex' in node) return undefined;
        return typeof node.value === 'string' ? [text(node.value, node, module)] : NOTHING;
      case 'TemplateLiteral':
        return joinedTexts(
          node.quasis.flatMap((quasi, index): Values[] => {
            const inner = node.expressions[index];
            const fixed: Values = [text(quasi.value.cooked ?? '', node, module)];
            return inner ? [fixed, values(inner)] : [fixed];
          }),
          node,
          module,
        );
      case 'BinaryExpression':
        if (node.operator !== '+') return NOTHING;
        return joinedTexts([values(node.left), values(node.right)], node, module);
      case 'ConditionalExpression':
        return union([values(node.consequent), values(node.alternate)]);
      case 'LogicalExpression':
        // The left side of && is only the result if it is falsy, and so not a name.
        return node.operator === '&&'
          ? union([NOTHING, values(node.right)])
          : union([values(node.left), values(node.right)]);
      case 'SequenceExpression':
        return values(node.expressions.at(-1) as AnyNode);
      case 'AssignmentExpression':
        return node.operator === '=' ? values(node.right) : undefined;
      case 'UnaryExpression':
        return node.operator === 'typeof' ? undefined : NOTHING;
      case 'ObjectExpression':
        return [objectOf(node, module, evaluator)];
      case 'ArrayExpression':
        return [
          {
            is: 'list',
            at(index) {
              const isPlain = node.elements.every((each) => each?.type !== 'SpreadElement');
              const all = node.elements.map((each) => () => {
                if (!each) return NOTHING;
                return each.type === 'SpreadElement'
                  ? elementsOf(values(each.argument))
                  : values(each);
              });
              if (index !== undefined && isPlain) return all[index] ? all[index]() : NOTHING;
              return union(all.map((each) => each()));
            },
          },
        ];
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        return [{ is: 'function', node, module }];
      case 'Identifier':
        return named(node.name, module, scope);
      case 'MemberExpression': {
        const object = values(node.object);
        const { property, computed } = node;
        if (!computed) {
          return property.type === 'Identifier' ? membersOf(object, property.name) : undefined;
        }
        if (property.type === 'Literal') return membersOf(object, String(property.value));
        const keys = textsOf(values(property));
        return keys
          ? union(keys.map((key) => membersOf(object, key)))
          : membersOf(object, undefined);
      }
      case 'CallExpression':
        return calledValues(node, module, evaluator);
      case 'NewExpression':
        return createdValues(node, module, evaluator);
      default:
        return undefined;
    }
  }

  /** Values of a variable. */
  function named(name: string, module: Module, from?: Scope): Values {
    const { code } = module;
    const declared = lookUp(name, from ?? code.scopeAt(code.program));
    if (!declared) return name === 'undefined' ? NOTHING : undefined;
    return once(declared, () => {
      const found =
        declared.is === 'import'
          ? sharedValues(evaluator.imported(module, declared.source, declared.imported))
          : heldBy(name, declared, module);
      if (ignoresMutation || !found?.some(canChange)) return found;
      if (isUnchanged(declared, module, false)) return found;
      return isUnchanged(declared, module, true) ? found.map(inAnyOrder) : undefined;
    });
  }

  function isUnchanged(declared: Declared, module: Module, allowsReordering: boolean): boolean {
    const known = allowsReordering ? memory.reordered : memory.unchanged;
    const before = known.get(declared);
    if (before !== undefined) return before;
    const hits = memory.limitHits;
    const isNever = isNeverMutated(declared, {
      code: module.code,
      literalValues: (node) => literalValues(node, module),
      allowsReordering,
    });
    // A check that met a limit may have missed a change.
    const is = isNever && memory.limitHits === hits;
    known.set(declared, is);
    return is;
  }

  function literalValues(node: AnyNode, module: Module): Values {
    if (memory.literals.has(node)) {
      if (memory.limited.has(node)) memory.limitHits += 1;
      return memory.literals.get(node);
    }
    const hits = memory.limitHits;
    const values = openEvaluator(find, isOurs, memory, true).values(node, module);
    memory.literals.set(node, values);
    if (memory.limitHits > hits) memory.limited.add(node);
    return values;
  }

  function heldBy(name: string, declared: Declared, module: Module): Values {
    const bindings = module.code.bindings(declared);
    if (bindings.length === 0) return undefined;
    const compiled = enumsSetLater(declared, module);
    const take = (pattern: Pattern, whole: () => Values) =>
      destructured(pattern, name, whole, module, evaluator);
    return union([
      compiled,
      ...bindings.map((binding): Values => {
        if (compiled?.length !== 0 && binding.from === 'value' && isEmptyObject(binding.value)) {
          return [];
        }
        switch (binding.from) {
          case 'value':
            return take(binding.pattern, () => evaluator.values(binding.value, module));
          case 'argument': {
            const { pattern, index } = binding;
            if (pattern.type === 'RestElement') return undefined;
            return take(pattern, () => evaluator.argument(binding.function, index, module));
          }
          case 'loop': {
            const over = () => evaluator.values(binding.over, module);
            return take(binding.pattern, () =>
              binding.kind === 'of' ? elementsOf(over()) : keysIn(over()),
            );
          }
          case 'function':
            return [{ is: 'function', node: binding.function, module }];
          case 'enum': {
            const value = enumOf(binding.enum, module, evaluator);
            return value && [value];
          }
          default:
            return undefined;
        }
      }),
    ]);
  }

  /**
   * `var A; (function (A) { … })(A || (A = {}))`, as TypeScript's compiler writes an enum; one that
   * is declared in several parts has several calls.
   */
  function enumsSetLater(declared: Declared, module: Module): Values {
    const known = memory.enums.get(declared) ?? enumCalls(declared, module);
    memory.enums.set(declared, known);
    return union(
      known.map((call): Values => {
        const found = compiledEnumOf(call, module, evaluator);
        return found && [found];
      }),
    );
  }
}

/** Calls of inline functions with `A || (A = {})` as an argument. */
function enumCalls(declared: Declared, { code }: Module): readonly CallExpression[] {
  return code.references(declared).flatMap(({ node, around }): readonly CallExpression[] => {
    const [call, or] = [around.at(-2), around.at(-1)];
    if (or?.type !== 'LogicalExpression' || call?.type !== 'CallExpression') return [];
    const isGiven = (call.arguments as readonly AnyNode[]).includes(or) && or.left === node;
    return isGiven && isFunctionExpression(call.callee) ? [call] : [];
  });
}

/** The same value with lists whose order is unknown. */
function inAnyOrder(value: Value): Value {
  switch (value.is) {
    case 'list':
      return listOf(() => value.at(undefined)?.map(inAnyOrder));
    case 'object':
      return { ...value, member: (key) => value.member(key)?.map(inAnyOrder) };
    case 'box':
      return { ...value, inside: () => value.inside()?.map(inAnyOrder) };
    default:
      return value;
  }
}

function isFunctionExpression({ type }: AnyNode): boolean {
  return type === 'FunctionExpression' || type === 'ArrowFunctionExpression';
}

function isEmptyObject(node: AnyNode): boolean {
  return node.type === 'ObjectExpression' && node.properties.length === 0;
}

/** Drops exports that any module may fill or set: empty objects, and state of frameworks. */
function sharedValues(values: Values): Values {
  return fromEach(withoutState(values), (value) => {
    const isEmpty =
      (value.is === 'list' && value.at(undefined)?.length === 0) ||
      (value.is === 'object' && value.member(undefined)?.length === 0);
    return isEmpty || value.is === 'box' ? undefined : [value];
  });
}

function text(content: string, node: AnyNode, module: Module): Value {
  return { is: 'text', text: content, node, module };
}

function keysIn(values: Values): Values {
  return fromEach(values, (value) => (value.is === 'object' ? value.keys() : NOTHING));
}
