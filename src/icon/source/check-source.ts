import { type Diagnostic, diagnose } from '../../core/diagnostics.ts';
import { tooLargeDiagnostic } from '../../core/limits.ts';
import type { Limits } from '../../core/types.ts';
import { entitiesAreBounded } from './entities.ts';
import { TagLimits, textLimitExceeded } from './limits.ts';
import { TagScanner } from './scan-tags.ts';
import { TagCheck } from './well-formed.ts';

/**
 * Finds a reason not to parse a source: it is too large, not well-formed XML, or its entities
 * expand to too much. Each check relies on the ones before.
 */
export function checkSource(text: string, file: string, limits: Limits): Diagnostic | undefined {
  const textLimit = textLimitExceeded(text, limits);
  if (textLimit) return tooLargeDiagnostic(file, textLimit, limits);
  const tagLimits = new TagLimits(limits);
  const check = new TagCheck(text);
  for (const tags = new TagScanner(text); tags.next(); ) {
    const tagLimit = tagLimits.add(tags);
    if (tagLimit) return tooLargeDiagnostic(file, tagLimit, limits);
    check.add(tags);
  }
  const xmlError = check.error();
  if (xmlError) {
    return diagnose('parse-error', {
      file,
      where: xmlError.where,
      args: { reason: xmlError.reason },
    });
  }
  return entitiesAreBounded(text) ? undefined : diagnose('entities-too-large', { file });
}
