import type { Core } from '../core.ts';
import { VIRTUAL_PREFIX } from '../virtual-modules.ts';

type ExternalPattern = string | RegExp;
type IsExternal = (
  source: string,
  importer: string | undefined,
  isResolved: boolean,
) => boolean | null | undefined;

/** Option `external` of Rollup-like bundlers. */
export type External = ExternalPattern | readonly ExternalPattern[] | IsExternal;

/**
 * Keeps imports that the plugin resolves in the bundle, even if the package is external: only the
 * plugin knows the icons.
 */
export function keepIconloomInternal(core: Core, external: External): IsExternal {
  const isExternal =
    typeof external === 'function'
      ? external
      : (source: string) => matchesExternal(source, external);
  return (source, importer, isResolved) => {
    if (source.startsWith(VIRTUAL_PREFIX) || core.resolve(source, importer)?.kind === 'own')
      return false;
    return isExternal(source, importer, isResolved);
  };
}

function matchesExternal(
  source: string,
  external: ExternalPattern | readonly ExternalPattern[],
): boolean {
  // `test` with the flag `g` would continue after the last match.
  return [external]
    .flat()
    .some((each) => (typeof each === 'string' ? each === source : source.search(each) >= 0));
}
