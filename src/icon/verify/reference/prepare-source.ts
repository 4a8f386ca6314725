import { declareStyles, readSheets } from './declare-styles.ts';
import { isPlainSource } from './is-plain.ts';
import { parseSource, writeOutput } from './nodes.ts';
import { translate } from './translate.ts';
import { Unsupported } from './unsupported.ts';

/** Deepest nesting of images that is prepared. */
const DEEPEST = 8;

/**
 * Prepares a source that is not plain.
 *
 * @throws {Unsupported} if it cannot be translated for the renderer
 */
export function prepareSource(svg: string, depth = 0): string {
  if (depth > DEEPEST) throw new Unsupported('its images are nested too deeply');
  const root = parseSource(svg);
  const rules = readSheets(root);
  declareStyles(root, rules, true);
  const prepareEmbedded = (text: string) => {
    const inner = text.trimStart();
    return isPlainSource(inner) ? inner : prepareSource(inner, depth + 1);
  };
  return writeOutput(translate(root, rules, prepareEmbedded));
}
