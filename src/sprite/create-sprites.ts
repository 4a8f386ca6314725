import { byCodeUnit } from '../core/names.ts';
import type { Icon, Sprite } from '../core/types.ts';
import { spriteFileName } from './file-name.ts';

/** Name of the main sprite, which has all icons or those without a folder; also the stem of its file name. */
export const MAIN_SPRITE = 'sprite';

/** Split mode: one sprite, one per folder, or several with a maximum size of symbols in bytes. */
export type SplitMode = false | 'folder' | number;

/** Fields of an icon, or of its source file, that decide its sprite. */
export interface SpriteMember {
  readonly name: string;
  /** Folder directly below the input, in kebab-case, or ''. */
  readonly folder: string;
}

/** Returns the order in which icons are split into sprites: by name, or by folder and name. */
export function compareForSplit(split: SplitMode): (a: SpriteMember, b: SpriteMember) => number {
  if (split !== 'folder') return (a, b) => byCodeUnit(a.name, b.name);
  const spriteOf = ({ folder }: SpriteMember) => folder || MAIN_SPRITE;
  return (a, b) => byCodeUnit(spriteOf(a), spriteOf(b)) || byCodeUnit(a.name, b.name);
}

/** Splits a stream of icons into sprites. */
export interface SpriteSplitter {
  /** Adds the next icon in the order of {@link compareForSplit}; returns the sprite that ended before it. */
  readonly add: (icon: Icon) => Sprite | undefined;
  /** Returns the last sprite, which may have no icons unless split by folder. */
  readonly end: () => Sprite | undefined;
}

/** Options for splitting and naming sprites. */
export interface SplitOptions {
  readonly split: SplitMode;
  /** Pattern for their files. Default: `[name].svg`. */
  readonly fileName?: string;
}

export function openSpriteSplitter({
  split,
  fileName = '[name].svg',
}: SplitOptions): SpriteSplitter {
  let name = MAIN_SPRITE;
  let count = 1;
  let size = 0;
  let icons: Icon[] = [];
  const endSprite = (): Sprite => {
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
      const ended = next !== name && icons.length > 0 ? endSprite() : undefined;
      name = next;
      icons.push(icon);
      size += bytes;
      return ended;
    },
    end: () => (icons.length > 0 || split !== 'folder' ? endSprite() : undefined),
  };
}

/** Groups icons into sprites. Sorts them first, so their order does not matter. */
export function createSprites(
  icons: readonly Icon[],
  options: SplitOptions = { split: false },
): readonly Sprite[] {
  const compare = compareForSplit(options.split);
  const members = icons.map((icon) => ({ name: icon.name, folder: icon.source.folder, icon }));
  const splitter = openSpriteSplitter(options);
  const sprites = members.sort(compare).flatMap(({ icon }) => splitter.add(icon) ?? []);
  return [...sprites, ...[splitter.end() ?? []].flat()];
}
