import { readStyle } from '../../svg/css/style-text.ts';

/** Values with sizes in px, and references, which may lead to some. */
const IN_PX = /url\(|\dpx|drop-shadow|path\(/;
const MOVES = /translate|matrix|rotate\([^,\s]*[,\s]/;
const NON_ZERO_LENGTH = /[1-9.](?:[a-z]|\s|$)/;

/** Properties without prefix, with the effect that they belong to and its values in px. */
const EFFECTS: ReadonlyMap<string, readonly [effect: string, inPx: RegExp]> = new Map([
  ['transform', ['transform', MOVES]],
  ['transform-origin', ['transform', NON_ZERO_LENGTH]],
  ['translate', ['transform', /\dpx/]],
  ['clip-path', ['clip-path', IN_PX]],
  ['mask', ['mask', IN_PX]],
  ['mask-image', ['mask', IN_PX]],
  ['filter', ['filter', IN_PX]],
]);

/**
 * Finds the effects of a root that browsers size in px of the page, since they act on its box.
 * Source: CSS Transforms 1, CSS Masking 1, Filter Effects 1.
 *
 * @param attributes of the root; a `style` among them counts
 */
export function effectsInPx(attributes: Readonly<Record<string, string>>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [name, value] of [...Object.entries(attributes), ...readStyle(attributes.style)]) {
    const [effect, inPx] = EFFECTS.get(name.replace(/^-webkit-/, '')) ?? [];
    if (effect && inPx?.test(value)) found.add(effect);
  }
  return found;
}
