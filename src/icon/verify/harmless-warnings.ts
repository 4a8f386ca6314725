import type { Diagnostic } from '../../core/diagnostics.ts';

/**
 * Turns warnings about removed references into infos if they have no effect in the source either.
 * External images and copies are in no rendered picture, so they stay warnings.
 *
 * @param diagnostics diagnostics of an icon that matches its original source
 */
export function downgradeHarmlessWarnings(
  diagnostics: readonly Diagnostic[],
): readonly Diagnostic[] {
  return diagnostics.map((each) => {
    const isHarmless =
      each.code === 'dangling-reference' ||
      (each.code === 'outside-reference' && !LOADING_ELEMENTS.test(each.message));
    return isHarmless && each.severity === 'warning' ? { ...each, severity: 'info' } : each;
  });
}

const LOADING_ELEMENTS = /on <(?:image|feImage|use)>/;
