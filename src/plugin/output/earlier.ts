import type { Icon } from '../../core/types.ts';
import { emitSvg } from '../../emit/svg.ts';
import type { Catalog } from '../catalog.ts';
import type { SpriteFile } from './files.ts';
import type { RecordedSprite } from './record.ts';

/** Restores sprites that another build has recorded, without icons that no longer exist. */
export function recordedFiles(
  recorded: readonly RecordedSprite[],
  catalog: Catalog,
): readonly SpriteFile[] {
  return recorded.map(({ name, fileName, icons }) => {
    const sprite = {
      ...{ name, file: fileName },
      icons: icons.flatMap((each) => catalog.icon(each) ?? []),
    };
    return { sprite, fileName, source: emitSvg(sprite).contents };
  });
}

/** Icons that no sprite holds. */
export function iconsBeyond(
  icons: readonly Icon[],
  sprites: readonly SpriteFile[],
): readonly Icon[] {
  const held = namesIn(sprites);
  return icons.filter(({ name }) => !held.has(name));
}

/** The first sprites that hold any of some icons. */
export function spritesWith(
  icons: readonly Icon[],
  sprites: readonly SpriteFile[],
): readonly SpriteFile[] {
  const wanted = new Set(icons.map(({ name }) => name));
  return sprites.filter(({ sprite }) => {
    const held = sprite.icons.filter(({ name }) => wanted.delete(name));
    return held.length > 0;
  });
}

/** Files, one of each name. */
export function oneOfEach(files: readonly SpriteFile[]): readonly SpriteFile[] {
  const names = new Set<string>();
  return files.filter(({ fileName }) => {
    const isNew = !names.has(fileName);
    names.add(fileName);
    return isNew;
  });
}

function namesIn(sprites: readonly SpriteFile[]): ReadonlySet<string> {
  return new Set(sprites.flatMap(({ sprite }) => sprite.icons.map(({ name }) => name)));
}
