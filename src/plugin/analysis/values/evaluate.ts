import type { AnyNode } from 'acorn';
import { lookUpVariable, type Scope, type Variable } from '../../../code/scope.ts';
import { isIconConstant } from '../iconloom-exports.ts';
import { argumentOf } from './arguments.ts';
import { EvaluationCache } from './evaluation-cache.ts';
import { exportedValues } from './exports.ts';
import { expressionValues } from './expressions.ts';
import {
  type AppModule,
  canChange,
  type Evaluator,
  type FindModule,
  mapValues,
  NOTHING,
  type PossibleValues,
} from './model.ts';
import { isNeverMutated } from './mutations.ts';
import { returnedValues } from './returned-values.ts';
import { bindingValues, importedValues, withUnknownOrder } from './variables.ts';

/** Limit of nodes per expression; above it, the value is unknown. */
const MAX_STEPS = 20_000;

export interface EvaluatorOptions {
  readonly findModule: FindModule;
  /** Results that evaluators with the same modules share. Default: an empty cache. */
  readonly cache?: EvaluationCache;
}

/** Opens an evaluator of expressions, for all values that they can have through the modules of an app. */
export function openEvaluator(options: EvaluatorOptions): Evaluator {
  return new ModuleEvaluator(options, { ignoresMutation: false });
}

class ModuleEvaluator implements Evaluator {
  readonly #options: EvaluatorOptions;
  readonly #cache: EvaluationCache;
  /** Evaluates objects by their literals, even if code changes them. */
  readonly #ignoresMutation: boolean;
  /** Nodes and variables in evaluation; a value that depends on itself is unknown. */
  readonly #inProgress = new Set<unknown>();
  #steps = 0;

  constructor(
    options: EvaluatorOptions,
    { ignoresMutation }: { readonly ignoresMutation: boolean },
  ) {
    this.#options = options;
    this.#cache = options.cache ?? new EvaluationCache();
    this.#ignoresMutation = ignoresMutation;
  }

  values(node: AnyNode, module: AppModule): PossibleValues {
    return this.#guarded(node, () =>
      isIconConstant(node, module.code.scopeAt(node))
        ? [{ kind: 'constant' }]
        : expressionValues(node, module, this),
    );
  }

  variable(name: string, module: AppModule, from?: Scope): PossibleValues {
    const { code } = module;
    const declared = lookUpVariable(name, from ?? code.scopeAt(code.program));
    if (!declared) return name === 'undefined' ? NOTHING : undefined;
    return this.#guarded(declared, () => {
      const found =
        declared.kind === 'import'
          ? importedValues(this.imported(module, declared.source, declared.imported))
          : bindingValues({ name, declared, module }, this, this.#cache);
      if (this.#ignoresMutation || !found?.some(canChange)) return found;
      if (this.#isNeverMutated(declared, module, { allowsReordering: false })) return found;
      return this.isUnchanged(declared, module) ? found.map(withUnknownOrder) : undefined;
    });
  }

  isUnchanged(declared: Variable, module: AppModule): boolean {
    return this.#isNeverMutated(declared, module, { allowsReordering: true });
  }

  returned(node: AnyNode, module: AppModule): PossibleValues {
    return returnedValues(node, module, this);
  }

  callResults(values: PossibleValues): PossibleValues {
    return mapValues(values, (value) => {
      if (value.kind === 'function') return this.returned(value.node, value.module);
      return value.kind === 'box' ? value.content() : undefined;
    });
  }

  argument(node: AnyNode, index: number, module: AppModule): PossibleValues {
    return argumentOf(node, index, module, this);
  }

  imported(module: AppModule, source: string, name: string): PossibleValues {
    const other = this.#options.findModule(module, source);
    return other && exportedValues(other, name, this);
  }

  #guarded(key: unknown, evaluate: () => PossibleValues): PossibleValues {
    this.#steps += 1;
    if (this.#ignoresMutation) this.#cache.countLiteralStep();
    if (this.#steps > MAX_STEPS || this.#cache.isExhausted) {
      this.#cache.hitLimit();
      return undefined;
    }
    if (this.#inProgress.has(key)) return undefined;
    this.#inProgress.add(key);
    try {
      return evaluate();
    } finally {
      this.#inProgress.delete(key);
    }
  }

  #isNeverMutated(
    declared: Variable,
    module: AppModule,
    options: { readonly allowsReordering: boolean },
  ): boolean {
    return this.#cache.isUnchanged(declared, options, () =>
      isNeverMutated(declared, {
        code: module.code,
        literalValues: (node) => this.#literalValues(node, module),
        ...options,
      }),
    );
  }

  #literalValues(node: AnyNode, module: AppModule): PossibleValues {
    const options = { ...this.#options, cache: this.#cache };
    return this.#cache.literal(node, () =>
      new ModuleEvaluator(options, { ignoresMutation: true }).values(node, module),
    );
  }
}
