import type { ResolvedConfig } from '../config/types.ts';
import { type Diagnostic, isError, isUsageProblem } from '../core/diagnostics.ts';

/** `keepGoing` leaves out icons with errors; it does not excuse usage errors. */
export function shouldAbort(
  diagnostics: readonly Diagnostic[],
  iconCount: number,
  config: Pick<ResolvedConfig, 'keepGoing'>,
): boolean {
  const canGoOn = config.keepGoing && iconCount > 0 && !diagnostics.some(isUsageProblem);
  return diagnostics.some(isError) && !canGoOn;
}
