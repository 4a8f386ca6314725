import { isPlainSource } from './reference/is-plain.ts';
import { Unsupported } from './reference/unsupported.ts';

/** A source as the renderer is to read it, or why it cannot be said that way. */
export type Reference = { readonly svg: string } | { readonly unsupported: string };

/**
 * Prepares a source for the renderer, which reads less of CSS and of SVG than browsers do: styles
 * become attributes, colors sRGB, and references lead to what browsers find. What draws stays as it
 * is; a source that is read alike comes back untouched.
 *
 * Nothing here is shared with what cleans and optimizes icons, so that neither hides a fault of the
 * other.
 */
export async function prepareReference(source: string): Promise<Reference> {
  // Browsers refuse a declaration behind white space; the build does not.
  const svg = source.trimStart();
  if (isPlainSource(svg)) return { svg };
  // With its parsers of XML and CSS, it takes as long to load as a small build takes.
  const { prepareSource } = await import('./reference/prepare-source.ts');
  try {
    return { svg: prepareSource(svg) };
  } catch (error) {
    if (error instanceof Unsupported) return { unsupported: error.reason };
    throw error;
  }
}
