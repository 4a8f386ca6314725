import type { Diagnostic } from '../core/diagnostics.ts';
import type { Edit } from './types.ts';

/** A finding of a rule as a diagnostic. */
export interface LintProblem {
  readonly diagnostic: Diagnostic;
  /** Name of the rule. */
  readonly rule: string;
  readonly fix?: readonly Edit[];
}
