import { type Diagnostic, isUsage } from '../../core/diagnostics.ts';
import { BuildError } from '../../core/errors.ts';
import { EXIT } from '../exit.ts';

/** The problems that an error carries. Any other error is a mistake of ours and passes through. */
export function diagnosticsOf(error: unknown): readonly Diagnostic[] {
  if (error instanceof BuildError) return error.diagnostics;
  throw error;
}

export function exitCodeOf(diagnostics: readonly Diagnostic[]): number {
  return diagnostics.some(isUsage) ? EXIT.usage : EXIT.icons;
}
