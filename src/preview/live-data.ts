import { createHash } from 'node:crypto';
import type { ResolvedConfig } from '../config/types.ts';
import { memoize } from '../core/memoize.ts';
import type { Icon, Sprite } from '../core/types.ts';
import { catalogData } from '../emit/catalog-data.ts';
import type { CatalogIcon } from '../emit/catalog-format.ts';
import { emitSvg } from '../emit/svg.ts';
import type { LiveChanges, LiveData } from './api.ts';
import type { SetState } from './set-state.ts';

/** Data of the icons for pages. */
export interface LiveFeed {
  /** All icons, as the page shows them. */
  readonly all: (state: SetState) => LiveData;
  /** Changes since a version; all icons if it is too old or too many have changed. */
  readonly since: (version: string, state: SetState) => LiveChanges | LiveData;
}

/** Folder of sprites, relative to the page. */
export const SPRITES = 'sprites/';

/** Number of versions that changes can be computed from. */
const MAX_VERSIONS = 8;
/** Maximum number of changed icons; above it, all icons are sent. */
const MAX_CHANGES = 500;

interface SentVersion {
  readonly data: LiveData;
  readonly icons: readonly Icon[];
}

export function createLiveFeed({ cwd, base, limits }: ResolvedConfig): LiveFeed {
  const sentVersions = new Map<string, SentVersion>();
  const title = `Icons of ${cwd.split(/[\\/]/).at(-1) || 'this folder'}`;

  const dataOf = memoize(({ version, sprites, problems }: SetState): LiveData => {
    const files = sprites.map((sprite) => [sprite, emitSvg(sprite)] as const);
    const data = catalogData(files, problems, { title, mode: 'live', base });
    const spriteEntries = data.sprites.map((each, index) => ({
      ...each,
      url: urlOf(sprites[index] as Sprite),
    }));
    return { ...data, sprites: spriteEntries, live: { version, limits: { bytes: limits.bytes } } };
  });

  function all(state: SetState): LiveData {
    const data = dataOf(state);
    sentVersions.delete(state.version);
    sentVersions.set(state.version, { data, icons: state.icons });
    const [oldest] = sentVersions.keys();
    if (sentVersions.size > MAX_VERSIONS && oldest !== undefined) sentVersions.delete(oldest);
    return data;
  }

  return {
    all,
    since(version, state) {
      const before = sentVersions.get(version);
      const now = { data: all(state), icons: state.icons };
      const changes = before && diffVersions(before, now);
      return changes && changes.icons.length <= MAX_CHANGES ? changes : now.data;
    },
  };
}

function diffVersions(before: SentVersion, now: SentVersion): LiveChanges {
  const { icons, version: _, ...rest } = now.data;
  const [previousEntries, previousIcons, currentIcons] = [
    byName(before.data.icons),
    byName(before.icons),
    byName(now.icons),
  ];
  const symbols: Record<string, string> = {};
  const changed = icons.filter((icon) => {
    const { name, sprite } = icon;
    const last = previousEntries.get(name);
    const symbol = currentIcons.get(name)?.symbol ?? '';
    const isSameSymbol = last?.sprite === sprite && previousIcons.get(name)?.symbol === symbol;
    if (!isSameSymbol) symbols[name] = symbol;
    return !isSameSymbol || !isSameEntry(last, icon);
  });
  const names = byName(icons);
  const gone = [...previousEntries.keys()].filter((name) => !names.has(name));
  return { ...rest, icons: changed, gone, symbols };
}

function byName<T extends { readonly name: string }>(all: readonly T[]): ReadonlyMap<string, T> {
  return new Map(all.map((each) => [each.name, each]));
}

function isSameEntry(a: CatalogIcon, b: CatalogIcon): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** URL of a sprite, with a hash of its contents. */
function urlOf(sprite: Sprite): string {
  return `${SPRITES}${encodeURIComponent(sprite.file)}?v=${versionOf(sprite)}`;
}

export const versionOf: (sprite: Sprite) => string = memoize((sprite) =>
  createHash('sha256').update(emitSvg(sprite).contents).digest('hex').slice(0, 12),
);
