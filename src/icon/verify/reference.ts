import { declareStyles, readSheets } from './reference/declare-styles.ts';
import { isPlainSource } from './reference/is-plain.ts';
import { parseSource, writeOutput } from './reference/nodes.ts';
import { translate } from './reference/translate.ts';
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
export function prepareReference(source: string): Reference {
  try {
    return { svg: prepared(source, 0) };
  } catch (error) {
    if (error instanceof Unsupported) return { unsupported: error.reason };
    throw error;
  }
}

/** Images in images that are prepared. */
const DEEPEST = 8;

/** @throws {Unsupported} */
function prepared(source: string, depth: number): string {
  if (depth > DEEPEST) throw new Unsupported('its images are nested too deeply');
  // Browsers refuse a declaration behind white space; the build does not.
  const svg = source.trimStart();
  if (isPlainSource(svg)) return svg;
  const root = parseSource(svg);
  const rules = readSheets(root);
  declareStyles(root, rules, true);
  return writeOutput(translate(root, rules, (inner) => prepared(inner, depth + 1)));
}
