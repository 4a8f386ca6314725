import { type Diagnostic, diagnose, type Where } from '../core/diagnostics.ts';
import { tooLargeDiagnostic } from '../core/limits.ts';
import type { Limits } from '../core/types.ts';
import { LimitError } from './source/limits.ts';

/** Converts an error of the parser or of a plugin. */
export function thrownDiagnostic(error: unknown, file: string, limits: Limits): Diagnostic {
  if (error instanceof LimitError) return tooLargeDiagnostic(file, error.limit, limits);
  const { name, message, reason, line, column } = error as Error &
    Partial<Where & { reason: string }>;
  if (name === 'SvgoParserError' && line !== undefined && column !== undefined) {
    return diagnose('parse-error', {
      file,
      // The column is the number of characters read so far, which can be 0.
      where: { line, column: Math.max(column, 1) },
      args: { reason: `${reason?.replace(/\.$/, '')}.` },
    });
  }
  return diagnose('plugin-failed', { file, args: { reason: message ?? String(error) } });
}
