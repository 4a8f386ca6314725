import type { Configuration, ExternalItem } from 'webpack';

type Externals = Configuration['externals'];
/** Import that webpack or Rspack passes to an external function. */
interface ExternalRequest {
  readonly request?: string;
  readonly contextInfo?: { readonly issuer?: string };
}
type ExternalCallback = (error?: Error | null, external?: unknown) => void;

/** Checks that the plugin resolves an import. */
export type IsIconloomImport = (request: string, issuer: string | undefined) => boolean;

/**
 * Keeps imports that the plugin resolves in the bundle, even if functions and patterns, such as those
 * of webpack-node-externals, make the whole package external.
 */
export function keepIconloomInternal(
  isIconloomImport: IsIconloomImport,
  externals: Externals,
): Externals {
  if (Array.isArray(externals))
    return externals.map((each) => wrapExternal(isIconloomImport, each));
  return externals && wrapExternal(isIconloomImport, externals);
}

function wrapExternal(isIconloomImport: IsIconloomImport, item: ExternalItem): ExternalItem {
  const isInternal = ({ request = '', contextInfo }: ExternalRequest) =>
    isIconloomImport(request, contextInfo?.issuer || undefined);
  if (item instanceof RegExp) {
    const wrapped = (external: ExternalRequest, callback: ExternalCallback) => {
      const isOutside = !isInternal(external) && (external.request ?? '').search(item) >= 0;
      callback(null, isOutside ? external.request : undefined);
    };
    return wrapped as ExternalItem;
  }
  if (typeof item !== 'function') return item;
  // The number of parameters decides the kind of function.
  if (item.length === 1) {
    const external = item as unknown as (external: ExternalRequest) => Promise<unknown>;
    return (async (each: ExternalRequest) =>
      isInternal(each) ? undefined : external(each)) as ExternalItem;
  }
  if (item.length === 3) return item;
  const external = item as unknown as (
    external: ExternalRequest,
    callback: ExternalCallback,
  ) => unknown;
  const wrapped = (each: ExternalRequest, callback: ExternalCallback) =>
    isInternal(each) ? callback() : external(each, callback);
  return wrapped as ExternalItem;
}
