import type { ResolvedConfig } from '../config/types.ts';
import { type Diagnostic, isError, isUsageProblem } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';

/** `keepGoing` leaves out icons with errors; it does not excuse usage errors. */
export function shouldAbort(
  diagnostics: readonly Diagnostic[],
  iconCount: number,
  { keepGoing }: Pick<ResolvedConfig, 'keepGoing'>,
): boolean {
  return diagnostics.some(isError) && !(keepGoing && canKeepGoing(diagnostics, iconCount));
}

/** Creates the error of a build that `shouldAbort` ends. */
export function abortError(
  diagnostics: readonly Diagnostic[],
  iconCount: number,
  { keepGoing }: Pick<ResolvedConfig, 'keepGoing'>,
): BuildError {
  return new BuildError(diagnostics, {
    canKeepGoing: !keepGoing && canKeepGoing(diagnostics, iconCount),
  });
}

function canKeepGoing(diagnostics: readonly Diagnostic[], iconCount: number): boolean {
  return iconCount > 0 && !diagnostics.some(isUsageProblem);
}
