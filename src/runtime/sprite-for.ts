import { renameInside } from './rename-ids.ts';
import { SVG } from './svg-element.ts';

/**
 * Writes a sprite of some icons, each once, as text that HTML and SVG read alike: a hidden `<svg>`,
 * or '' where none of them is known. `inlineSprite` takes up what of it came with the page.
 */
export type SpriteFor<Name extends string = string> = (names: Iterable<Name>) => string;

/**
 * A function that writes sprites of a set's symbols, for servers and shadow roots.
 *
 * @param symbols texts of symbols, id first: `<symbol id="…" …>…</symbol>`
 * @param prefix put before names to make ids
 * @param renamed ids that symbols of the page have instead
 */
export function createSpriteFor(
  symbols: readonly string[],
  prefix = '',
  renamed: Readonly<Record<string, string>> = {},
): SpriteFor {
  return (names) => {
    const ids = new Set([...names].map((name) => prefix + name));
    let content = '';
    for (const symbol of symbols) {
      const [, id = ''] = symbol.split('"', 2);
      if (!ids.has(id)) continue;
      const other = renamed[id];
      content += other
        ? renameInside(symbol, { [id]: other }).replace(`"${id}"`, `"${other}"`)
        : symbol;
    }
    // Neither style nor text, so that a strict policy lets it pass and no one reads it out.
    return (
      content &&
      `<svg xmlns="${SVG}" width="0" height="0" display="block" aria-hidden="true" data-iconloom="">${content}</svg>`
    );
  };
}
