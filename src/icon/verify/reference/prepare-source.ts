import { cascadeStyles, readSheets } from './cascade-styles.ts';
import { isPlainSource } from './is-plain.ts';
import { parseSource, serializeElement } from './nodes.ts';
import { translate } from './translate.ts';
import { Unsupported } from './unsupported.ts';

/** Deepest nesting of images that is prepared. */
const MAX_DEPTH = 8;

/**
 * Prepares a source that is not plain.
 *
 * @throws {Unsupported} if it cannot be translated for the renderer
 */
export function prepareSource(svg: string, depth = 0): string {
  if (depth > MAX_DEPTH) throw new Unsupported('its images are nested too deeply');
  const root = parseSource(svg);
  const rules = readSheets(root);
  cascadeStyles(root, rules, true);
  const prepareEmbedded = (text: string) => {
    const inner = text.trimStart();
    return isPlainSource(inner) ? inner : prepareSource(inner, depth + 1);
  };
  return serializeElement(translate(root, rules, prepareEmbedded));
}
