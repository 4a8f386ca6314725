import type { Icon, Sprite } from '../../core/types.ts';
import { emitSvg } from '../../emit/svg.ts';
import { createSprites, type SplitMode } from '../../sprite/create-sprites.ts';
import { type FilePattern, spritePath } from './naming.ts';

/** Sprite of the used icons, as a file. */
export interface RenderedSprite {
  readonly sprite: Sprite;
  /** Below the output folder, with forward slashes. */
  readonly fileName: string;
  readonly source: string;
}

/**
 * Creates the sprites of icons, as files.
 *
 * @param suffix appended to their names if there are other sprites of the same names
 */
export function spriteFiles(
  icons: readonly Icon[],
  split: SplitMode,
  pattern: FilePattern,
  suffix = '',
): readonly RenderedSprite[] {
  if (icons.length === 0) return [];
  return createSprites(icons, { split }).map((made) => {
    const sprite = { ...made, name: made.name + suffix };
    const source = emitSvg(sprite).contents;
    return { sprite, source, fileName: spritePath(pattern, sprite.name, source) };
  });
}
