import { renameInnerIds } from './rename-ids.ts';
import { SVG } from './svg-element.ts';

/**
 * Writes a sprite of some icons, each once, as text that is valid in HTML and SVG: a hidden `<svg>`,
 * or '' if none of them is known. `inlineSprite` reuses its symbols in the page.
 */
export type SpriteFor<Name extends string = string> = (names: Iterable<Name>) => string;

/**
 * Creates a function that writes sprites of a set's symbols, for servers and shadow roots.
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
        ? renameInnerIds(symbol, { [id]: other }).replace(`"${id}"`, `"${other}"`)
        : symbol;
    }
    // Neither styles nor text, for strict policies and screen readers.
    return (
      content &&
      `<svg xmlns="${SVG}" width="0" height="0" display="block" aria-hidden="true" data-iconloom="">${content}</svg>`
    );
  };
}
