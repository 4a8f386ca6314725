import { byCodeUnit } from '../core/names.ts';
import type { Icon, Sprite } from '../core/types.ts';
import { spriteFileName } from './file-name.ts';

/** Name of the main sprite, which holds all icons or those without a folder; also its file without `.svg`. */
export const MAIN_SPRITE = 'sprite';

/** Split mode: one sprite, one per folder, or several with a maximum size of symbols in bytes. */
export type Split = false | 'folder' | number;

/** Fields of an icon, or of its source file, that decide its sprite. */
export interface Placed {
  readonly name: string;
  /** Folder directly below the input, in kebab-case, or ''. */
  readonly folder: string;
}

/** Returns the order in which icons are split into sprites: by name, or by folder and name. */
export function orderFor(split: Split): (a: Placed, b: Placed) => number {
  if (split !== 'folder') return (a, b) => byCodeUnit(a.name, b.name);
  const spriteOf = ({ folder }: Placed) => folder || MAIN_SPRITE;
  return (a, b) => byCodeUnit(spriteOf(a), spriteOf(b)) || byCodeUnit(a.name, b.name);
}

/** Splits a stream of icons into sprites. */
export interface Cutter {
  /** Adds the next icon in the order of {@link orderFor}; returns the sprite that ended before it. */
  readonly add: (icon: Icon) => Sprite | undefined;
  /** Returns the last sprite, which may have no icons unless split by folder. */
  readonly end: () => Sprite | undefined;
}

/** Options for splitting and naming sprites. */
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
  /** Name of an icon's sprite. An icon above the size limit gets a sprite of its own. */
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

/** Groups icons into sprites. Sorts them first, so their order does not matter. */
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
