import { type Diagnostic, isUsageProblem } from '../../core/diagnostics.ts';
import { BuildError } from '../../core/errors.ts';
import { EXIT } from '../exit.ts';
import { jsonFailure } from './json.ts';
import { savePictures } from './pictures.ts';
import { type ProblemListOptions, prettyDiagnostics } from './problems.ts';
import { type FailureOutcome, failureVerdict } from './verdict.ts';

/** Options of {@link reportFailure}. */
export interface FailureOptions extends ProblemListOptions {
  readonly json: boolean;
  /** Sentence that says what the command has not done. */
  readonly outcome: FailureOutcome;
  /** Last sentence of the report. */
  readonly next?: string;
}

/**
 * Reports an error that ended a command, and returns the exit code. An error without diagnostics is a
 * bug in iconloom and is thrown again.
 */
export function reportFailure(error: unknown, options: FailureOptions): number {
  if (!(error instanceof BuildError)) throw error;
  const { diagnostics, canKeepGoing } = error;
  const shown = savePictures(diagnostics);
  if (options.json) process.stdout.write(jsonFailure(shown));
  else {
    const verdict = failureVerdict(diagnostics, { ...options, canKeepGoing });
    process.stderr.write(prettyDiagnostics(shown, options) + verdict);
  }
  return exitCodeOf(diagnostics);
}

export function exitCodeOf(diagnostics: readonly Diagnostic[]): number {
  return diagnostics.some(isUsageProblem) ? EXIT.usage : EXIT.icons;
}
