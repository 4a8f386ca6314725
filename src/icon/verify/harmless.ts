import type { Diagnostic } from '../../core/diagnostics.ts';

/**
 * Makes infos of removed references that draw nothing in the source either, as its picture shows.
 * What a reference outside would load is in no picture, so images and copies stay warnings.
 *
 * @param diagnostics of an icon that looks like its source as it came
 */
export function withHarmlessInfos(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.map((each) => {
    const isHarmless =
      each.code === 'dangling-reference' ||
      (each.code === 'outside-reference' && !LOADING.test(each.message));
    return isHarmless && each.severity === 'warning' ? { ...each, severity: 'info' } : each;
  });
}

const LOADING = /on <(?:image|feImage|use)>/;
