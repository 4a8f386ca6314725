import { memo } from '../core/memo.ts';
import type { Thumbnail } from './thumbnail.ts';
import type { Turn } from './turns.ts';

/** Two similar pictures, by their indexes in the list. */
export interface Pair {
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
interface Pairs {
  /** Checks whether a thumbnail was not in the previous list. */
  readonly isFresh: (thumbnail: Thumbnail) => boolean;
  readonly add: (first: Thumbnail, partner: Partner) => void;
  /** All pairs of the list, sorted by index, then by turn. */
  readonly all: () => readonly Pair[];
}

/** Cache for one threshold; unreferenced thumbnails are garbage-collected. */
interface Memory {
  turns: readonly Turn[];
  last: WeakSet<Thumbnail>;
  readonly partners: WeakMap<Thumbnail, readonly Partner[]>;
}

const memoryOf: (likeness: object) => Memory = memo(() => ({
  turns: [],
  last: new WeakSet(),
  partners: new WeakMap(),
}));

/**
 * Opens the cache for a list of thumbnails.
 *
 * @param thumbnails those of the previous list must be in the same order
 */
export function openPairs(
  likeness: object,
  turns: readonly Turn[],
  thumbnails: readonly (Thumbnail | undefined)[],
): Pairs {
  const memory = memoryOf(likeness);
  const last = memory.turns === turns ? memory.last : new WeakSet<Thumbnail>();
  const places = new Map<Thumbnail, number>();
  for (const [index, thumbnail] of thumbnails.entries()) {
    if (!thumbnail) continue;
    places.set(thumbnail, index);
    if (!last.has(thumbnail)) memory.partners.delete(thumbnail);
  }
  memory.turns = turns;
  memory.last = new WeakSet(places.keys());
  return {
    isFresh: (thumbnail) => !last.has(thumbnail),
    add(first, partner) {
      memory.partners.set(first, [...(memory.partners.get(first) ?? []), partner]);
    },
    all: () =>
      [...places].flatMap(([thumbnail, first]) => {
        const known = memory.partners.get(thumbnail) ?? [];
        const here = known.filter(({ other }) => places.has(other));
        if (here.length < known.length) memory.partners.set(thumbnail, here);
        return here
          .map(({ other, turn }) => ({ first, second: places.get(other) as number, turn }))
          .sort((a, b) => turns.indexOf(a.turn) - turns.indexOf(b.turn) || a.second - b.second);
      }),
  };
}
