import { byCodeUnit } from '../core/names.ts';
import type { Icon, Sprite } from '../core/types.ts';
import { spriteFileName } from './file-name.ts';

/** Name of the sprite that holds all icons, or those of no folder, and of its file without `.svg`. */
export const MAIN_SPRITE = 'sprite';

/** One sprite, one for each folder, or several of at most so many bytes of symbols. */
export type Split = false | 'folder' | number;

/** What decides where an icon, or the drawing that it will be made of, belongs. */
export interface Placed {
  readonly name: string;
  /** The folder right below the input, in kebab-case, or ''. */
  readonly folder: string;
}

/** The order in which icons are cut into sprites: by name, or by folder and name. */
export function orderFor(split: Split): (a: Placed, b: Placed) => number {
  if (split !== 'folder') return (a, b) => byCodeUnit(a.name, b.name);
  const spriteOf = ({ folder }: Placed) => folder || MAIN_SPRITE;
  return (a, b) => byCodeUnit(spriteOf(a), spriteOf(b)) || byCodeUnit(a.name, b.name);
}

/** Cuts icons into sprites as they come. */
export interface Cutter {
  /** Takes the next icon, in the order of {@link orderFor}; returns the sprite that ended before it. */
  readonly add: (icon: Icon) => Sprite | undefined;
  /** The last sprite. There is one without icons where they are not cut by folders. */
  readonly end: () => Sprite | undefined;
}

/** How sprites are cut and called. */
export interface CutOptions {
  readonly split: Split;
  /** Pattern for their files. Default: `[name].svg`. */
  readonly fileName?: string;
}

export function openCutter({ split, fileName = '[name].svg' }: CutOptions): Cutter {
  let name = MAIN_SPRITE;
  let count = 1;
  let size = 0;
  let icons: Icon[] = [];
  const cut = (): Sprite => {
    const sprite = { name, file: spriteFileName(fileName, name, icons), icons };
    icons = [];
    size = 0;
    return sprite;
  };
  /** The sprite that an icon belongs to: of its own where it is larger than the budget. */
  const nameFor = (icon: Icon, bytes: number): string => {
    if (split === 'folder') return icon.source.folder || MAIN_SPRITE;
    if (typeof split !== 'number' || icons.length === 0 || size + bytes <= split) return name;
    count += 1;
    return `${MAIN_SPRITE}-${count}`;
  };
  return {
    add(icon) {
      const bytes = Buffer.byteLength(icon.symbol);
      const next = nameFor(icon, bytes);
      const ended = next !== name && icons.length > 0 ? cut() : undefined;
      name = next;
      icons.push(icon);
      size += bytes;
      return ended;
    },
    end: () => (icons.length > 0 || split !== 'folder' ? cut() : undefined),
  };
}

/** Gathers icons into sprites. Icons are put in order here, so their order before does not matter. */
export function createSprites(
  icons: readonly Icon[],
  options: CutOptions = { split: false },
): readonly Sprite[] {
  const order = orderFor(options.split);
  const placed = icons.map((icon) => ({ name: icon.name, folder: icon.source.folder, icon }));
  const cutter = openCutter(options);
  const sprites = placed.sort(order).flatMap(({ icon }) => cutter.add(icon) ?? []);
  return [...sprites, ...[cutter.end() ?? []].flat()];
}
