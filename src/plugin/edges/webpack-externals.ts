import type { Configuration, ExternalItem } from 'webpack';

type Externals = Configuration['externals'];
/** Import that webpack or Rspack passes to an external function. */
interface Import {
  readonly request?: string;
  readonly contextInfo?: { readonly issuer?: string };
}
type Answer = (error?: Error | null, external?: unknown) => void;

/** Checks that the plugin resolves an import. */
export type IsOurs = (request: string, issuer: string | undefined) => boolean;

/**
 * Keeps imports that the plugin resolves in the bundle, even if functions and patterns, such as those
 * of webpack-node-externals, make the whole package external.
 */
export function externalsWithout(isOurs: IsOurs, externals: Externals): Externals {
  if (Array.isArray(externals)) return externals.map((each) => itemWithout(isOurs, each));
  return externals && itemWithout(isOurs, externals);
}

function itemWithout(isOurs: IsOurs, item: ExternalItem): ExternalItem {
  const ours = ({ request = '', contextInfo }: Import) =>
    isOurs(request, contextInfo?.issuer || undefined);
  if (item instanceof RegExp) {
    const answer = (asked: Import, callback: Answer) => {
      const isOutside = !ours(asked) && (asked.request ?? '').search(item) >= 0;
      callback(null, isOutside ? asked.request : undefined);
    };
    return answer as ExternalItem;
  }
  if (typeof item !== 'function') return item;
  // The number of parameters decides the kind of function.
  if (item.length === 1) {
    const asked = item as unknown as (asked: Import) => Promise<unknown>;
    return (async (each: Import) => (ours(each) ? undefined : asked(each))) as ExternalItem;
  }
  if (item.length === 3) return item;
  const asked = item as unknown as (asked: Import, callback: Answer) => unknown;
  const answer = (each: Import, callback: Answer) =>
    ours(each) ? callback() : asked(each, callback);
  return answer as ExternalItem;
}
