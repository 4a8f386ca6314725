import type { Icon, OutputFile, Sprite } from '../core/types.ts';

/** Figures of a build. */
export interface BuildStats {
  readonly icons: number;
  /** Icons that stand as images in their symbols. */
  readonly images: number;
  /** Icons that were worked on; the rest came out of the cache. */
  readonly worked: number;
  readonly sprites: readonly SpriteStats[];
  /** Bytes of the drawings, and of the sprites that were made of them. */
  readonly bytes: { readonly before: number; readonly after: number };
}

export interface SpriteStats {
  readonly name: string;
  /** File name below the output folder. */
  readonly file: string;
  /** How many icons it holds. */
  readonly icons: number;
}

export function statsOf(
  icons: readonly Icon[],
  sprites: readonly Sprite[],
  files: readonly OutputFile[],
  worked: number,
): BuildStats {
  const spriteFiles = new Set(sprites.map(({ file }) => file));
  const written = files.filter(({ path }) => spriteFiles.has(path));
  return {
    icons: icons.length,
    images: icons.filter(({ facts }) => facts.form === 'image').length,
    worked,
    sprites: sprites.map(({ name, file, icons: members }) => ({
      name,
      file,
      icons: members.length,
    })),
    bytes: {
      before: icons.reduce((sum, { source }) => sum + source.bytes, 0),
      after: written.reduce((sum, { contents }) => sum + Buffer.byteLength(contents), 0),
    },
  };
}
