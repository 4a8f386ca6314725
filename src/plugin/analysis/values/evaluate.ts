import type { AnyNode, CallExpression, Pattern } from 'acorn';
import { lookUpVariable, type Scope, type Variable } from '../../../code/scope.ts';
import { argumentOf } from './arguments.ts';
import { callValues, newValues, returnedValues } from './calls.ts';
import { joinedTexts } from './concatenation.ts';
import { exportedValues } from './exports.ts';
import {
  type AppModule,
  canChange,
  type Evaluator,
  elementsOf,
  listOf,
  mapValues,
  membersOf,
  NOTHING,
  type PossibleValues,
  type StaticValue,
  textsOf,
  unionOf,
  withoutState,
} from './model.ts';
import { isNeverMutated } from './mutations.ts';
import { compiledEnumOf, enumOf, objectOf } from './objects.ts';
import { destructured } from './patterns.ts';

/** Limit of nodes per expression; above it, the value is unknown. */
const MAX_STEPS = 20_000;

/** Limit of nodes that checks for changes evaluate in one module; above it, all may change. */
const MAX_LITERAL_STEPS = 300_000;

/** Finds the module behind an import; `undefined` if its code cannot be read. */
export type FindModule = (from: AppModule, source: string) => AppModule | undefined;

/** Results that do not depend on what is evaluated. */
export interface EvaluationCache {
  readonly literals: Map<AnyNode, PossibleValues>;
  /** Nodes whose evaluation met a limit. */
  readonly limited: Set<AnyNode>;
  limitHits: number;
  literalSteps: number;
  readonly enums: Map<Variable, readonly CallExpression[]>;
  readonly unchanged: Map<Variable, boolean>;
  /** True if code changes nothing but the order of lists. */
  readonly reordered: Map<Variable, boolean>;
}

/** Creates an empty cache. */
export function createEvaluationCache(): EvaluationCache {
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
 * @param isIconConstant recognizes a constant of iconloom, `icon.x`, which is kept separately
 * @param cache results that evaluators with the same modules share
 * @param ignoresMutation evaluates objects by their literals, even if code changes them
 */
export function openEvaluator(
  find: FindModule,
  isIconConstant: (node: AnyNode, scope: Scope) => boolean,
  cache: EvaluationCache = createEvaluationCache(),
  ignoresMutation = false,
): Evaluator {
  /** Nodes and variables in evaluation; a value that depends on itself is unknown. */
  const inProgress = new Set<unknown>();
  let steps = 0;

  const evaluator: Evaluator = {
    values: (node, module) => guarded(node, () => valuesOf(node, module)),
    isUnchanged: (declared, module) => isUnchanged(declared, module, true),
    returned: (node, module) => returnedValues(node, module, evaluator),
    callResults: (values) =>
      mapValues(values, (value) => {
        if (value.kind === 'function') return evaluator.returned(value.node, value.module);
        return value.kind === 'box' ? value.content() : undefined;
      }),
    argument: (node, index, module) => argumentOf(node, index, module, evaluator),
    imported(module, source, name) {
      const other = find(module, source);
      return (
        other &&
        exportedValues(other, name, evaluator, (local, from) => variableValues(local, from))
      );
    },
  };
  return evaluator;

  function guarded(key: unknown, evaluate: () => PossibleValues): PossibleValues {
    steps += 1;
    if (ignoresMutation) cache.literalSteps += 1;
    if (steps > MAX_STEPS || cache.literalSteps > MAX_LITERAL_STEPS) {
      cache.limitHits += 1;
      return undefined;
    }
    if (inProgress.has(key)) return undefined;
    inProgress.add(key);
    try {
      return evaluate();
    } finally {
      inProgress.delete(key);
    }
  }

  function valuesOf(node: AnyNode, module: AppModule): PossibleValues {
    const values = (each: AnyNode) => evaluator.values(each, module);
    if (WRAPPERS.test(node.type)) {
      return values((node as unknown as { readonly expression: AnyNode }).expression);
    }
    const scope = module.code.scopeAt(node);
    if (isIconConstant(node, scope)) return [{ kind: 'constant' }];
    switch (node.type) {
      case 'Literal':
        if ('regex' in node) return undefined;
        return typeof node.value === 'string' ? [text(node.value, node, module)] : NOTHING;
      case 'TemplateLiteral':
        return joinedTexts(
          node.quasis.flatMap((quasi, index): PossibleValues[] => {
            const inner = node.expressions[index];
            const fixed: PossibleValues = [text(quasi.value.cooked ?? '', node, module)];
            return inner ? [fixed, values(inner)] : [fixed];
          }),
          node,
          module,
        );
      case 'BinaryExpression':
        if (node.operator !== '+') return NOTHING;
        return joinedTexts([values(node.left), values(node.right)], node, module);
      case 'ConditionalExpression':
        return unionOf([values(node.consequent), values(node.alternate)]);
      case 'LogicalExpression':
        // The left side of && is only the result if it is falsy, and so not a name.
        return node.operator === '&&'
          ? unionOf([NOTHING, values(node.right)])
          : unionOf([values(node.left), values(node.right)]);
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
            kind: 'list',
            at(index) {
              const isPlain = node.elements.every((each) => each?.type !== 'SpreadElement');
              const all = node.elements.map((each) => () => {
                if (!each) return NOTHING;
                return each.type === 'SpreadElement'
                  ? elementsOf(values(each.argument))
                  : values(each);
              });
              if (index !== undefined && isPlain) return all[index] ? all[index]() : NOTHING;
              return unionOf(all.map((each) => each()));
            },
          },
        ];
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        return [{ kind: 'function', node, module }];
      case 'Identifier':
        return variableValues(node.name, module, scope);
      case 'MemberExpression': {
        const object = values(node.object);
        const { property, computed } = node;
        if (!computed) {
          return property.type === 'Identifier' ? membersOf(object, property.name) : undefined;
        }
        if (property.type === 'Literal') return membersOf(object, String(property.value));
        const keys = textsOf(values(property));
        return keys
          ? unionOf(keys.map((key) => membersOf(object, key)))
          : membersOf(object, undefined);
      }
      case 'CallExpression':
        return callValues(node, module, evaluator);
      case 'NewExpression':
        return newValues(node, module, evaluator);
      default:
        return undefined;
    }
  }

  /** Values of a variable. */
  function variableValues(name: string, module: AppModule, from?: Scope): PossibleValues {
    const { code } = module;
    const declared = lookUpVariable(name, from ?? code.scopeAt(code.program));
    if (!declared) return name === 'undefined' ? NOTHING : undefined;
    return guarded(declared, () => {
      const found =
        declared.kind === 'import'
          ? importedValues(evaluator.imported(module, declared.source, declared.imported))
          : bindingValues(name, declared, module);
      if (ignoresMutation || !found?.some(canChange)) return found;
      if (isUnchanged(declared, module, false)) return found;
      return isUnchanged(declared, module, true) ? found.map(withUnknownOrder) : undefined;
    });
  }

  function isUnchanged(declared: Variable, module: AppModule, allowsReordering: boolean): boolean {
    const cachedResults = allowsReordering ? cache.reordered : cache.unchanged;
    const cached = cachedResults.get(declared);
    if (cached !== undefined) return cached;
    const limitHitsBefore = cache.limitHits;
    const isNever = isNeverMutated(declared, {
      code: module.code,
      literalValues: (node) => literalValues(node, module),
      allowsReordering,
    });
    // A check that met a limit may have missed a change.
    const isConfirmed = isNever && cache.limitHits === limitHitsBefore;
    cachedResults.set(declared, isConfirmed);
    return isConfirmed;
  }

  function literalValues(node: AnyNode, module: AppModule): PossibleValues {
    if (cache.literals.has(node)) {
      if (cache.limited.has(node)) cache.limitHits += 1;
      return cache.literals.get(node);
    }
    const limitHitsBefore = cache.limitHits;
    const values = openEvaluator(find, isIconConstant, cache, true).values(node, module);
    cache.literals.set(node, values);
    if (cache.limitHits > limitHitsBefore) cache.limited.add(node);
    return values;
  }

  function bindingValues(name: string, declared: Variable, module: AppModule): PossibleValues {
    const bindings = module.code.bindings(declared);
    if (bindings.length === 0) return undefined;
    const compiled = compiledEnumValues(declared, module);
    const destructure = (pattern: Pattern, whole: () => PossibleValues) =>
      destructured(pattern, name, whole, module, evaluator);
    return unionOf([
      compiled,
      ...bindings.map((binding): PossibleValues => {
        if (compiled?.length !== 0 && binding.from === 'value' && isEmptyObject(binding.value)) {
          return [];
        }
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
      }),
    ]);
  }

  /**
   * `var A; (function (A) { … })(A || (A = {}))`, as TypeScript's compiler writes an enum; one that
   * is declared in several parts has several calls.
   */
  function compiledEnumValues(declared: Variable, module: AppModule): PossibleValues {
    const known = cache.enums.get(declared) ?? enumCalls(declared, module);
    cache.enums.set(declared, known);
    return unionOf(
      known.map((call): PossibleValues => {
        const found = compiledEnumOf(call, module, evaluator);
        return found && [found];
      }),
    );
  }
}

/** Calls of inline functions with `A || (A = {})` as an argument. */
function enumCalls(declared: Variable, { code }: AppModule): readonly CallExpression[] {
  return code.references(declared).flatMap(({ node, ancestors }): readonly CallExpression[] => {
    const [call, or] = [ancestors.at(-2), ancestors.at(-1)];
    if (or?.type !== 'LogicalExpression' || call?.type !== 'CallExpression') return [];
    const isGiven = (call.arguments as readonly AnyNode[]).includes(or) && or.left === node;
    return isGiven && isFunctionExpression(call.callee) ? [call] : [];
  });
}

/** The same value with lists whose order is unknown. */
function withUnknownOrder(value: StaticValue): StaticValue {
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

function isFunctionExpression({ type }: AnyNode): boolean {
  return type === 'FunctionExpression' || type === 'ArrowFunctionExpression';
}

function isEmptyObject(node: AnyNode): boolean {
  return node.type === 'ObjectExpression' && node.properties.length === 0;
}

/** Drops exports that any module may fill or set: empty objects, and state of frameworks. */
function importedValues(values: PossibleValues): PossibleValues {
  return mapValues(withoutState(values), (value) => {
    const isEmpty =
      (value.kind === 'list' && value.at(undefined)?.length === 0) ||
      (value.kind === 'object' && value.member(undefined)?.length === 0);
    return isEmpty || value.kind === 'box' ? undefined : [value];
  });
}

function text(content: string, node: AnyNode, module: AppModule): StaticValue {
  return { kind: 'text', text: content, node, module };
}

function keysIn(values: PossibleValues): PossibleValues {
  return mapValues(values, (value) => (value.kind === 'object' ? value.keys() : NOTHING));
}
