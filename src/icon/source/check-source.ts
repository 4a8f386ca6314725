import { type Diagnostic, diagnose } from '../../core/diagnostics.ts';
import { tooLargeDiagnostic } from '../../core/limits.ts';
import type { Limits } from '../../core/types.ts';
import { entitiesAreBounded } from './entities.ts';
import { limitExceeded } from './limits.ts';
import { findXmlError } from './well-formed.ts';

/**
 * Finds a reason not to parse a source: it is too large, not well-formed XML, or its entities
 * expand to too much. Each check relies on the ones before.
 */
export function checkSource(text: string, file: string, limits: Limits): Diagnostic | undefined {
  const exceeded = limitExceeded(text, limits);
  if (exceeded) return tooLargeDiagnostic(file, exceeded, limits);
  const xmlError = findXmlError(text);
  if (xmlError) {
    return diagnose('parse-error', {
      file,
      where: xmlError.where,
      args: { reason: xmlError.reason },
    });
  }
  return entitiesAreBounded(text) ? undefined : diagnose('entities-too-large', { file });
}
