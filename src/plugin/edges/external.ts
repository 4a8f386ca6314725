import { type Core, OWN } from '../core.ts';

type Listed = string | RegExp;
type IsExternal = (
  source: string,
  importer: string | undefined,
  isResolved: boolean,
) => boolean | null | undefined;

/** Option `external` of Rollup-like bundlers. */
export type External = Listed | readonly Listed[] | IsExternal;

/**
 * Keeps imports that the plugin resolves in the bundle, even if the package is external: only the
 * plugin knows the icons.
 */
export function externalWithout(core: Core, external: External): IsExternal {
  const isExternal =
    typeof external === 'function' ? external : (source: string) => isListed(source, external);
  return (source, importer, isResolved) => {
    if (source.startsWith(OWN) || core.resolve(source, importer)?.is === 'own') return false;
    return isExternal(source, importer, isResolved);
  };
}

function isListed(source: string, external: Listed | readonly Listed[]): boolean {
  // `test` with the flag `g` would continue after the last match.
  return [external]
    .flat()
    .some((each) => (typeof each === 'string' ? each === source : source.search(each) >= 0));
}
