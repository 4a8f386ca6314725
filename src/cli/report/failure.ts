import { type Diagnostic, isUsageProblem, type Severity } from '../../core/diagnostics.ts';
import { BuildError } from '../../core/errors.ts';
import { EXIT } from '../exit.ts';
import { jsonFailure } from './json.ts';
import { savePictures } from './pictures.ts';
import { prettyDiagnostics } from './pretty.ts';

/**
 * Reports an error that ended a command, and returns the exit code. An error without diagnostics is a
 * bug in iconloom and is thrown again.
 */
export function reportFailure(
  error: unknown,
  { json, severities }: { readonly json: boolean; readonly severities?: readonly Severity[] },
): number {
  const diagnostics = diagnosticsOf(error);
  const shown = savePictures(diagnostics);
  if (json) process.stdout.write(jsonFailure(shown));
  else process.stderr.write(prettyDiagnostics(shown, severities));
  return exitCodeOf(diagnostics);
}

function diagnosticsOf(error: unknown): readonly Diagnostic[] {
  if (error instanceof BuildError) return error.diagnostics;
  throw error;
}

export function exitCodeOf(diagnostics: readonly Diagnostic[]): number {
  return diagnostics.some(isUsageProblem) ? EXIT.usage : EXIT.icons;
}
