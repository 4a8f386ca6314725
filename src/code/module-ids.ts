/** The entries of the package that components and templates come from. */
const BOUND = ['react', 'vue', 'svelte', 'solid', 'element', 'html'] as const;
export type BoundEntry = (typeof BOUND)[number];

/** Import of an iconloom module. */
export type Asked =
  | { readonly is: 'names' }
  | { readonly is: 'inline' }
  | { readonly is: 'icon'; readonly name: string }
  | { readonly is: 'bound'; readonly entry: BoundEntry };

const NAMES = 'virtual:iconloom';
export const INLINE = 'virtual:iconloom/inline';

/** Parses the source of an import; `undefined` for other packages. */
export function askedFor(source: string): Asked | undefined {
  if (source === NAMES) return { is: 'names' };
  if (source === INLINE) return { is: 'inline' };
  if (source.startsWith('iconloom:')) return { is: 'icon', name: source.slice('iconloom:'.length) };
  const entry = BOUND.find((each) => source === `iconloom/${each}`);
  return entry && { is: 'bound', entry };
}

/**
 * Suffix of the source of an import whose names are all known: its module contains only the icons
 * that placeholders name. Without it, the module accepts any name.
 */
const EXACT = '?iconloom-exact';

export function exact(source: string): string {
  return source + EXACT;
}

export function isExact(source: string): boolean {
  return source.endsWith(EXACT);
}

export function withoutExact(source: string): string {
  return isExact(source) ? source.slice(0, -EXACT.length) : source;
}

/** Module that only iconloom's own modules import. */
export const HREF = 'virtual:iconloom/href';
