import { memo } from '../core/memo.ts';
import type { Thumbnail } from './thumbnail.ts';
import type { Turn } from './turns.ts';

/** Two pictures that look alike: where they stand in the list. */
export interface Pair {
  readonly first: number;
  readonly second: number;
  /** How the first has to be turned to look like the second. */
  readonly turn: Turn;
}

interface Partner {
  /** Stands behind the first in the list. */
  readonly other: Thumbnail;
  readonly turn: Turn;
}

/** Pairs of a list of pictures, of which those among the last list are known. */
interface Pairs {
  /** Whether it was not in the last list. */
  readonly isFresh: (thumbnail: Thumbnail) => boolean;
  readonly add: (first: Thumbnail, partner: Partner) => void;
  /** All of the list, by places, and by turns where two have several. */
  readonly all: () => readonly Pair[];
}

/** What is remembered for one likeness; what nobody holds any more is forgotten. */
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

/** @param thumbnails those that were listed before must stand in the same order as then */
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
