import { type Diagnostic, type DiagnosticInput, diagnose } from '../core/diagnostics.ts';
import type { Icon } from '../core/types.ts';

/**
 * Warning that code uses a deprecated icon; `undefined` if the icon is current.
 *
 * @param name as the code names it
 * @param place position of the name; called only for a deprecated icon
 */
export function deprecatedUse(
  { source: { meta } }: Icon,
  name: string,
  place: () => DiagnosticInput,
): Diagnostic | undefined {
  if (!meta.deprecated) return undefined;
  const { use, since, note } = meta.deprecated;
  const args = {
    name,
    since: since === undefined ? '' : ` since ${since}`,
    note: note === undefined ? '' : ` ${note}`,
    fix: use === undefined ? 'Remove it, or use another icon.' : `Use '${use}' instead.`,
  };
  return diagnose('icon-deprecated', { ...place(), args });
}
