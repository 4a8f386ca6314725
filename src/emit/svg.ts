import { memo } from '../core/memo.ts';
import { drawingOfSymbol } from '../core/symbol.ts';
import type { Icon, OutputFile, Sprite } from '../core/types.ts';

/**
 * The symbol sprite. No line breaks and no comment: put into a page, each would be a text or
 * comment node there.
 */
export const emitSvg: (sprite: Sprite) => OutputFile = memo((sprite) => {
  const symbols = sprite.icons.map(({ symbol }) => symbol).join('');
  return {
    path: sprite.file,
    contents: `<svg xmlns="http://www.w3.org/2000/svg">${symbols}</svg>`,
  };
});

/** An icon as a file of its own, at its natural size: what its symbol draws, and nothing else. */
export function standaloneSvg({ id, plainSymbol, facts: { width, height } }: Icon): string {
  return drawingOfSymbol(plainSymbol, id, ` width="${width}" height="${height}"`);
}
