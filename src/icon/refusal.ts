import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import { tooLargeDiagnostic } from '../core/limits.ts';
import type { Limits } from '../core/types.ts';
import { entitiesAreBounded } from './entities.ts';
import { limitExceeded } from './limits.ts';
import { flawOf } from './well-formed.ts';

/**
 * Finds a reason not to parse a source: it is too large, not well-formed XML, or its entities
 * expand to too much. Each check relies on the ones before.
 */
export function refusalOf(text: string, file: string, limits: Limits): Diagnostic | undefined {
  const exceeded = limitExceeded(text, limits);
  if (exceeded) return tooLargeDiagnostic(file, exceeded, limits);
  const flaw = flawOf(text);
  if (flaw) {
    return diagnose('parse-error', { file, where: flaw.where, args: { reason: flaw.reason } });
  }
  return entitiesAreBounded(text) ? undefined : diagnose('entities-too-large', { file });
}
