import { memoize } from '../core/memoize.ts';
import { symbolToSvg } from '../core/symbol.ts';
import type { Icon, OutputFile, Sprite } from '../core/types.ts';

/**
 * Writes the symbol sprite. No line breaks and no comments: inlined into a page, each would become a
 * node there.
 */
export const emitSvg: (sprite: Sprite) => OutputFile = memoize((sprite) => {
  const symbols = sprite.icons.map(symbolsOf).join('');
  return { path: sprite.file, contents: `${SPRITE_HEAD}${symbols}${TAIL}` };
});

/** Symbol of an icon, and one for each of its further ids that uses the first. */
export function symbolsOf(icon: Pick<Icon, 'id' | 'symbol' | 'ids'>): string {
  const { id, symbol, ids } = icon;
  if (!ids || ids.length === 0) return symbol;
  const [, attributes = ''] = /^<symbol id="[^"]*"([^>]*)>/.exec(symbol) ?? [];
  const viewBox = / viewBox="([^"]*)"/.exec(attributes);
  const ratio = / preserveAspectRatio="[^"]*"/.exec(attributes)?.[0] ?? '';
  const [x, y] = viewBox?.[1]?.split(' ') ?? [];
  const place = `${x && x !== '0' ? ` x="${x}"` : ''}${y && y !== '0' ? ` y="${y}"` : ''}`;
  const rest = `${viewBox?.[0] ?? ''}${ratio}><use href="#${id}"${place}/></symbol>`;
  return [symbol, ...ids.map((each) => `<symbol id="${each}"${rest}`)].join('');
}

/** Beginning of a sprite, before its symbols. */
export const SPRITE_HEAD = '<svg xmlns="http://www.w3.org/2000/svg">';
const TAIL = '</svg>';

/**
 * Icon as a standalone file at its natural size, in the form that it has in the sprite: image form if
 * browsers need it or the icon contains text.
 */
export function finishedSvg({ id, symbol, facts: { width, height } }: Icon): string {
  return symbolToSvg(symbol, id, ` width="${width}" height="${height}"`);
}

/** Icon as a standalone SVG at its natural size, in plain form. */
export function standaloneSvg({ id, plainSymbol, facts: { width, height } }: Icon): string {
  return symbolToSvg(plainSymbol, id, ` width="${width}" height="${height}"`);
}
