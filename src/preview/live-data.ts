import { createHash } from 'node:crypto';
import type { ResolvedConfig } from '../config/types.ts';
import type { CatalogIcon } from '../core/catalog.ts';
import { memo } from '../core/memo.ts';
import type { LiveChanges, LiveData } from '../core/preview.ts';
import type { Icon, Sprite } from '../core/types.ts';
import { catalogData } from '../emit/catalog-data.ts';
import { emitSvg } from '../emit/svg.ts';
import type { SetState } from './set-state.ts';

/** Data of the icons for pages. */
export interface Live {
  /** All icons, as the page shows them. */
  readonly all: (state: SetState) => LiveData;
  /** Changes since a version; all icons if it is too old or too many have changed. */
  readonly since: (version: string, state: SetState) => LiveChanges | LiveData;
}

/** Folder of sprites, relative to the page. */
export const SPRITES = 'sprites/';

/** Number of versions that changes can be computed from. */
const REMEMBERED = 8;
/** Maximum number of changed icons; above it, all icons are sent. */
const MOST = 500;

interface Told {
  readonly data: LiveData;
  readonly icons: readonly Icon[];
}

export function openLive({ cwd, base, limits }: ResolvedConfig): Live {
  const told = new Map<string, Told>();
  const title = `Icons of ${cwd.split(/[\\/]/).at(-1) || 'this folder'}`;

  const dataOf = memo(({ version, sprites, problems }: SetState): LiveData => {
    const files = sprites.map((sprite) => [sprite, emitSvg(sprite)] as const);
    const data = catalogData(files, problems, { title, mode: 'live', base });
    const own = data.sprites.map((each, index) => ({
      ...each,
      url: urlOf(sprites[index] as Sprite),
    }));
    return { ...data, sprites: own, live: { version, limits: { bytes: limits.bytes } } };
  });

  function all(state: SetState): LiveData {
    const data = dataOf(state);
    told.delete(state.version);
    told.set(state.version, { data, icons: state.icons });
    const [oldest] = told.keys();
    if (told.size > REMEMBERED && oldest !== undefined) told.delete(oldest);
    return data;
  }

  return {
    all,
    since(version, state) {
      const before = told.get(version);
      const now = { data: all(state), icons: state.icons };
      const changes = before && changesOf(before, now);
      return changes && changes.icons.length <= MOST ? changes : now.data;
    },
  };
}

function changesOf(before: Told, now: Told): LiveChanges {
  const { icons, version: _, ...rest } = now.data;
  const [known, drawn, drawings] = [
    named(before.data.icons),
    named(before.icons),
    named(now.icons),
  ];
  const symbols: Record<string, string> = {};
  const changed = icons.filter((icon) => {
    const { name, sprite } = icon;
    const last = known.get(name);
    const symbol = drawings.get(name)?.symbol ?? '';
    const isDrawnAlike = last?.sprite === sprite && drawn.get(name)?.symbol === symbol;
    if (!isDrawnAlike) symbols[name] = symbol;
    return !isDrawnAlike || !isSaidAlike(last, icon);
  });
  const names = named(icons);
  const gone = [...known.keys()].filter((name) => !names.has(name));
  return { ...rest, icons: changed, gone, symbols };
}

function named<T extends { readonly name: string }>(all: readonly T[]): ReadonlyMap<string, T> {
  return new Map(all.map((each) => [each.name, each]));
}

function isSaidAlike(a: CatalogIcon, b: CatalogIcon): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** URL of a sprite, with a hash of its contents. */
function urlOf(sprite: Sprite): string {
  return `${SPRITES}${encodeURIComponent(sprite.file)}?v=${versionOf(sprite)}`;
}

export const versionOf: (sprite: Sprite) => string = memo((sprite) =>
  createHash('sha256').update(emitSvg(sprite).contents).digest('hex').slice(0, 12),
);
