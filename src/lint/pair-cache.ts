import { memoize } from '../core/memoize.ts';
import type { Thumbnail } from './thumbnail.ts';
import type { Turn } from './turns.ts';

/** Two similar pictures, by their indexes in the list. */
export interface SimilarPair {
  readonly first: number;
  readonly second: number;
  /** Turn that makes the first look like the second. */
  readonly turn: Turn;
}

interface Partner {
  /** Thumbnail with the higher index. */
  readonly other: Thumbnail;
  readonly turn: Turn;
}

/** Similar pairs of a list of pictures; pairs within the previous list are cached. */
interface PairIndex {
  /** Checks whether a thumbnail was not in the previous list. */
  readonly isNew: (thumbnail: Thumbnail) => boolean;
  readonly add: (first: Thumbnail, partner: Partner) => void;
  /** All pairs of the list, sorted by index, then by turn. */
  readonly all: () => readonly SimilarPair[];
}

/** Cache for one threshold; unreferenced thumbnails are garbage-collected. */
interface PairCache {
  turns: readonly Turn[];
  last: WeakSet<Thumbnail>;
  readonly partners: WeakMap<Thumbnail, readonly Partner[]>;
}

const pairCacheOf: (threshold: object) => PairCache = memoize(() => ({
  turns: [],
  last: new WeakSet(),
  partners: new WeakMap(),
}));

/**
 * Opens the cache for a list of thumbnails.
 *
 * @param thumbnails those of the previous list must be in the same order
 */
export function openPairCache(
  threshold: object,
  turns: readonly Turn[],
  thumbnails: readonly (Thumbnail | undefined)[],
): PairIndex {
  const cache = pairCacheOf(threshold);
  const lastThumbnails = cache.turns === turns ? cache.last : new WeakSet<Thumbnail>();
  const indexes = new Map<Thumbnail, number>();
  for (const [index, thumbnail] of thumbnails.entries()) {
    if (!thumbnail) continue;
    indexes.set(thumbnail, index);
    if (!lastThumbnails.has(thumbnail)) cache.partners.delete(thumbnail);
  }
  cache.turns = turns;
  cache.last = new WeakSet(indexes.keys());
  return {
    isNew: (thumbnail) => !lastThumbnails.has(thumbnail),
    add(first, partner) {
      cache.partners.set(first, [...(cache.partners.get(first) ?? []), partner]);
    },
    all: () =>
      [...indexes].flatMap(([thumbnail, first]) => {
        const cachedPartners = cache.partners.get(thumbnail) ?? [];
        const currentPartners = cachedPartners.filter(({ other }) => indexes.has(other));
        if (currentPartners.length < cachedPartners.length)
          cache.partners.set(thumbnail, currentPartners);
        return currentPartners
          .map(({ other, turn }) => ({ first, second: indexes.get(other) as number, turn }))
          .sort((a, b) => turns.indexOf(a.turn) - turns.indexOf(b.turn) || a.second - b.second);
      }),
  };
}
