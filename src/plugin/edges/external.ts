import { type Core, OWN } from '../core.ts';

type Listed = string | RegExp;
type IsExternal = (
  source: string,
  importer: string | undefined,
  isResolved: boolean,
) => boolean | null | undefined;

/** What bundlers of Rollup's kind take for modules that stay outside. */
export type External = Listed | readonly Listed[] | IsExternal;

/**
 * Keeps imports that code of the app has answered by the plugin inside, whatever else of the package
 * stays outside: nobody else knows the icons.
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
  // A pattern with the flag `g` goes on where it last matched.
  return [external]
    .flat()
    .some((each) => (typeof each === 'string' ? each === source : source.search(each) >= 0));
}
