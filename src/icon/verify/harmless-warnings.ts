import type { Diagnostic } from '../../core/diagnostics.ts';

/**
 * Turns warnings about removed references into infos if they have no effect in the source either.
 * External images and copies are in no rendered picture, so they stay warnings.
 *
 * @param diagnostics diagnostics of an icon that matches its original source
 * @param harmless those without an effect in such an icon
 */
export function downgradeHarmlessWarnings(
  diagnostics: readonly Diagnostic[],
  harmless: ReadonlySet<Diagnostic>,
): readonly Diagnostic[] {
  return diagnostics.map((each) =>
    each.severity === 'warning' && harmless.has(each) ? { ...each, severity: 'info' } : each,
  );
}
