import { isPlainSource } from './reference/is-plain.ts';
import { Unsupported } from './reference/unsupported.ts';

/** A source prepared for the renderer, or the reason that it cannot be prepared. */
export type PreparedReference = { readonly svg: string } | { readonly unsupported: string };

/**
 * Prepares a source for the renderer, which supports less CSS and SVG than browsers: styles become
 * attributes, colors become sRGB, and references resolve as in browsers. Rendered content is
 * unchanged; a source that needs no preparation is returned as it is.
 *
 * Shares no code with cleaning and optimization, so that neither hides a bug of the other.
 */
export async function prepareReference(source: string): Promise<PreparedReference> {
  // Browsers reject an XML declaration after white space; the build does not.
  const svg = source.trimStart();
  if (isPlainSource(svg)) return { svg };
  // With its XML and CSS parsers, it takes as long to load as a small build takes.
  const { prepareSource } = await import('./reference/prepare-source.ts');
  try {
    return { svg: prepareSource(svg) };
  } catch (error) {
    if (error instanceof Unsupported) return { unsupported: error.reason };
    throw error;
  }
}
