import { byCodeUnit } from '../core/names.ts';
import type { Icon, Sprite } from '../core/types.ts';

/** Name of the sprite that holds all icons, and of its file without `.svg`. */
export const MAIN_SPRITE = 'sprite';

/** Gathers icons into sprites. Icons are put in order here, so their order before does not matter. */
export function createSprites(icons: readonly Icon[]): readonly Sprite[] {
  const sorted = [...icons].sort((a, b) => byCodeUnit(a.name, b.name));
  return [{ name: MAIN_SPRITE, file: `${MAIN_SPRITE}.svg`, icons: sorted }];
}
