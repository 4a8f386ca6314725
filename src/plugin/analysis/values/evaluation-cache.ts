import type { AnyNode, CallExpression } from 'acorn';
import type { Variable } from '../../../code/scope.ts';
import type { PossibleValues } from './model.ts';

/** Limit of nodes that checks for changes evaluate in one module; above it, all may change. */
const MAX_LITERAL_STEPS = 300_000;

/**
 * Results that do not depend on what is evaluated, for evaluators with the same modules. Dropped
 * with the analysis that uses them.
 */
export class EvaluationCache {
  /** Calls that build the compiled enum in a variable. */
  readonly enums: Map<Variable, readonly CallExpression[]> = new Map();
  readonly #unchanged = new Map<Variable, boolean>();
  /** Variables of which code changes nothing but the order of lists. */
  readonly #reordered = new Map<Variable, boolean>();
  readonly #literals = new Map<AnyNode, PossibleValues>();
  /** Nodes whose evaluation met a limit. */
  readonly #limited = new Set<AnyNode>();
  #limitHits = 0;
  #literalSteps = 0;

  countLiteralStep(): void {
    this.#literalSteps += 1;
  }

  get isExhausted(): boolean {
    return this.#literalSteps > MAX_LITERAL_STEPS;
  }

  /** Records that an evaluation was given up. */
  hitLimit(): void {
    this.#limitHits += 1;
  }

  /** Value of a node by its literals. */
  literal(node: AnyNode, evaluate: () => PossibleValues): PossibleValues {
    if (this.#literals.has(node)) {
      if (this.#limited.has(node)) this.hitLimit();
      return this.#literals.get(node);
    }
    const limitHitsBefore = this.#limitHits;
    const values = evaluate();
    this.#literals.set(node, values);
    if (this.#limitHits > limitHitsBefore) this.#limited.add(node);
    return values;
  }

  /** Result of a check that a variable is never changed. */
  isUnchanged(
    declared: Variable,
    { allowsReordering }: { readonly allowsReordering: boolean },
    check: () => boolean,
  ): boolean {
    const results = allowsReordering ? this.#reordered : this.#unchanged;
    const known = results.get(declared);
    if (known !== undefined) return known;
    const limitHitsBefore = this.#limitHits;
    // A check that met a limit may have missed a change.
    const isConfirmed = check() && this.#limitHits === limitHitsBefore;
    results.set(declared, isConfirmed);
    return isConfirmed;
  }
}
