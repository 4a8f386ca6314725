import type { AppModule, Evaluator } from './model.ts';

/** Parameter of a function, by its index, whose values are collected. */
export interface Parameter {
  readonly index: number;
  readonly module: AppModule;
  readonly evaluator: Evaluator;
}
