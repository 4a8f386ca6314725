import { byCodeUnit } from '../core/names.ts';
import type { Icon, Sprite } from '../core/types.ts';

/** Name of the sprite that holds all icons, or those of no folder, and of its file without `.svg`. */
export const MAIN_SPRITE = 'sprite';

/** One sprite, one for each folder, or several of at most so many bytes of symbols. */
export type Split = false | 'folder' | number;

/** Gathers icons into sprites. Icons are put in order here, so their order before does not matter. */
export function createSprites(icons: readonly Icon[], split: Split = false): readonly Sprite[] {
  const sorted = [...icons].sort((a, b) => byCodeUnit(a.name, b.name));
  if (split === 'folder') return byFolder(sorted);
  return typeof split === 'number' ? bySize(sorted, split) : [sprite(MAIN_SPRITE, sorted)];
}

function sprite(name: string, icons: readonly Icon[]): Sprite {
  return { name, file: `${name}.svg`, icons };
}

function byFolder(icons: readonly Icon[]): readonly Sprite[] {
  const folders = new Map<string, Icon[]>();
  for (const icon of icons) {
    const name = icon.source.folder || MAIN_SPRITE;
    const group = folders.get(name) ?? [];
    folders.set(name, group);
    group.push(icon);
  }
  return [...folders]
    .map(([name, group]) => sprite(name, group))
    .sort((a, b) => byCodeUnit(a.name, b.name));
}

/** `sprite`, `sprite-2`, `sprite-3` … An icon that is larger than the budget has one of its own. */
function bySize(icons: readonly Icon[], budget: number): readonly Sprite[] {
  const groups: Icon[][] = [[]];
  let size = 0;
  for (const icon of icons) {
    const bytes = Buffer.byteLength(icon.symbol);
    if (size > 0 && size + bytes > budget) {
      groups.push([]);
      size = 0;
    }
    size += bytes;
    groups.at(-1)?.push(icon);
  }
  return groups.map((group, index) =>
    sprite(index === 0 ? MAIN_SPRITE : `${MAIN_SPRITE}-${index + 1}`, group),
  );
}
