import type { Icon } from '../../core/types.ts';
import { emitSvg } from '../../emit/svg.ts';
import type { Catalog } from '../catalog.ts';
import type { RecordedSprite } from './client-manifest.ts';
import type { RenderedSprite } from './sprite-files.ts';

/** Restores sprites that another build has recorded, without icons that no longer exist. */
export function restoreSprites(
  recordedSprites: readonly RecordedSprite[],
  catalog: Catalog,
): readonly RenderedSprite[] {
  return recordedSprites.map(({ name, fileName, icons }) => {
    const sprite = {
      name,
      file: fileName,
      icons: icons.flatMap((each) => catalog.icon(each) ?? []),
    };
    return { sprite, fileName, source: emitSvg(sprite).contents };
  });
}

/** Icons that no sprite holds. */
export function missingIcons(
  icons: readonly Icon[],
  sprites: readonly RenderedSprite[],
): readonly Icon[] {
  const present = namesIn(sprites);
  return icons.filter(({ name }) => !present.has(name));
}

/** The first sprites that hold any of some icons. */
export function spritesContaining(
  icons: readonly Icon[],
  sprites: readonly RenderedSprite[],
): readonly RenderedSprite[] {
  const wanted = new Set(icons.map(({ name }) => name));
  return sprites.filter(({ sprite }) => {
    const present = sprite.icons.filter(({ name }) => wanted.delete(name));
    return present.length > 0;
  });
}

/** Files, one of each name. */
export function uniqueByFileName(files: readonly RenderedSprite[]): readonly RenderedSprite[] {
  const names = new Set<string>();
  return files.filter(({ fileName }) => {
    const isNew = !names.has(fileName);
    names.add(fileName);
    return isNew;
  });
}

function namesIn(sprites: readonly RenderedSprite[]): ReadonlySet<string> {
  return new Set(sprites.flatMap(({ sprite }) => sprite.icons.map(({ name }) => name)));
}
