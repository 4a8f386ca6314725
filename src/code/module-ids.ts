/** The entries of the package that components and templates come from. */
const BOUND_ENTRIES = ['react', 'vue', 'svelte', 'solid', 'element', 'html'] as const;
export type BoundEntry = (typeof BOUND_ENTRIES)[number];

/** Import of an iconloom module. */
export type IconloomImport =
  | { readonly kind: 'names' }
  | { readonly kind: 'inline' }
  | { readonly kind: 'icon'; readonly name: string }
  | { readonly kind: 'bound'; readonly entry: BoundEntry };

const MAIN_MODULE = 'virtual:iconloom';
export const INLINE_MODULE = 'virtual:iconloom/inline';

/** Parses the source of an import; `undefined` for other packages. */
export function parseIconloomImport(source: string): IconloomImport | undefined {
  if (source === MAIN_MODULE) return { kind: 'names' };
  if (source === INLINE_MODULE) return { kind: 'inline' };
  if (source.startsWith('iconloom:'))
    return { kind: 'icon', name: source.slice('iconloom:'.length) };
  const entry = BOUND_ENTRIES.find((each) => source === `iconloom/${each}`);
  return entry && { kind: 'bound', entry };
}

/**
 * Suffix of the source of an import whose names are all known: its module contains only the icons
 * that placeholders name. Without it, the module accepts any name.
 */
const STATIC_QUERY = '?iconloom-static';

export function toStatic(source: string): string {
  return source + STATIC_QUERY;
}

export function isStatic(source: string): boolean {
  return source.endsWith(STATIC_QUERY);
}

export function withoutStatic(source: string): string {
  return isStatic(source) ? source.slice(0, -STATIC_QUERY.length) : source;
}

/** Module that only iconloom's own modules import. */
export const HREF_MODULE = 'virtual:iconloom/href';
