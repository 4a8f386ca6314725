import type { CallExpression } from 'acorn';
import { lookUpVariable, type Scope } from '../../../code/scope.ts';
import { type AppModule, type Evaluator, NOTHING, type PossibleValues } from './model.ts';

/** Call in evaluation. */
export class CallSite {
  readonly node: CallExpression;
  readonly module: AppModule;
  readonly evaluator: Evaluator;
  readonly scope: Scope;

  constructor(node: CallExpression, module: AppModule, evaluator: Evaluator) {
    this.node = node;
    this.module = module;
    this.evaluator = evaluator;
    this.scope = module.code.scopeAt(node);
  }

  get argumentCount(): number {
    return this.node.arguments.length;
  }

  /** Values of an argument. */
  argument(index: number): PossibleValues {
    const value = this.node.arguments[index];
    if (value?.type === 'SpreadElement') return undefined;
    return value ? this.evaluator.values(value, this.module) : NOTHING;
  }

  /** Results of calling an argument. */
  argumentResults(index: number): PossibleValues {
    return this.evaluator.callResults(this.argument(index));
  }

  isGlobal(name: string): boolean {
    return !lookUpVariable(name, this.scope);
  }
}
