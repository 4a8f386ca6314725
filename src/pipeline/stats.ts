import type { BuildStats, Sprite, SpriteStats } from '../core/types.ts';

/** Adds up the figures of a build, sprite by sprite. */
export interface StatsCounter {
  /** @param bytes size of the sprite's file */
  readonly add: (sprite: Sprite, bytes: number) => void;
  /** @param worked number of icons that were processed */
  readonly end: (worked: number) => BuildStats;
}

export function createStatsCounter(): StatsCounter {
  const sprites: SpriteStats[] = [];
  const bytes = { before: 0, after: 0 };
  let icons = 0;
  let images = 0;
  return {
    add({ name, file, icons: members }, size) {
      sprites.push({ name, file, icons: members.length });
      icons += members.length;
      images += members.filter(({ facts }) => facts.form === 'image').length;
      bytes.before += members.reduce((sum, { source }) => sum + source.bytes, 0);
      bytes.after += size;
    },
    end: (worked) => ({ icons, images, worked, sprites, bytes }),
  };
}
