import { createHash } from 'node:crypto';
import type { Icon, Sprite } from '../../core/types.ts';
import { emitSvg } from '../../emit/svg.ts';
import { createSprites, type Split } from '../../sprite/create.ts';

/** A sprite of the icons that are used. */
export interface SpriteFile {
  readonly sprite: Sprite;
  /** Below the output folder, with forward slashes. */
  readonly fileName: string;
  readonly source: string;
}

/** Digits of the hash in file names. */
const DIGITS = 8;

/**
 * The sprites of icons, as files whose names follow what is in them.
 *
 * @param fileName with `[name]` and `[hash]`
 */
export function spriteFiles(
  icons: readonly Icon[],
  split: Split,
  fileName: string,
): readonly SpriteFile[] {
  if (icons.length === 0) return [];
  return createSprites(icons, split).map((sprite) => {
    const source = emitSvg(sprite).contents;
    return { sprite, source, fileName: nameFile(fileName, sprite.name, source) };
  });
}

function nameFile(fileName: string, name: string, source: string): string {
  const hash = createHash('sha256').update(source).digest('hex').slice(0, DIGITS);
  return fileName.replaceAll('[name]', name).replaceAll('[hash]', hash);
}
