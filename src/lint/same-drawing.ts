import { memo } from '../core/memo.ts';
import { byCodeUnit } from '../core/names.ts';
import { symbolWithId } from '../core/symbol.ts';
import type { Icon } from '../core/types.ts';
import type { Pair } from './known-pairs.ts';
import { differenceAt, findPairs, type Likeness } from './look-alikes.ts';
import { AREA, type Thumbnail, thumbnailOf } from './thumbnail.ts';
import type { Drawing, LintSet } from './types.ts';

/** Drawings that could be duplicates, sorted by file, with their thumbnails. */
export interface Look {
  readonly drawings: readonly Drawing[];
  readonly thumbnails: readonly (Thumbnail | undefined)[];
}

/** Indexes of two drawings in a list; the first is lower. */
export type Couple = Pick<Pair, 'first' | 'second'>;

/** Drawings that are rendered at the same time. */
const ABREAST = 32;

/**
 * Collects drawings with thumbnails, without deprecated ones, which may look like their
 * replacement.
 */
export async function lookAt({ drawings }: LintSet): Promise<Look> {
  const kept = drawings
    .filter(({ meta }) => meta.deprecated === undefined)
    .sort((a, b) => byCodeUnit(a.file, b.file));
  const thumbnails: (Thumbnail | undefined)[] = [];
  for (let first = 0; first < kept.length; first += ABREAST)
    thumbnails.push(...(await Promise.all(kept.slice(first, first + ABREAST).map(thumbnailOf))));
  return { drawings: kept, thumbnails };
}

/**
 * Threshold for the same picture: tolerates antialiasing of points placed differently on the same
 * line.
 */
const SAME: Likeness = likeness({ pixel: 56, total: 12 });

/** Threshold for the same picture turned: antialiasing of 45° edges depends on the direction. */
export const SAME_TURNED: Likeness = likeness({ pixel: 80, total: 24 });

/** Creates a threshold: largest difference of one pixel, of 255, and total in pixels. */
function likeness({ pixel, total }: { pixel: number; total: number }): Likeness {
  return {
    total,
    holds: ({ values: a }, { values: b }) => {
      for (let at = 0; at < AREA; at++) if (differenceAt(a, b, at) > pixel) return false;
      return true;
    },
  };
}

/** Finds pairs with the same markup or the same picture. */
export function samePairs({ drawings, thumbnails }: Look): readonly Couple[] {
  const firstOf = new Map<string, number>();
  const written = drawings.flatMap(({ icon }, second) => {
    const markup = markupOf(icon);
    const first = firstOf.get(markup);
    if (first === undefined) firstOf.set(markup, second);
    return first === undefined ? [] : [{ first, second }];
  });
  return [...written, ...findPairs(thumbnails, SAME)];
}

/** Pairs that are not in another list. */
export function without<T extends Couple>(pairs: readonly T[], others: readonly Couple[]): T[] {
  const known = new Set(others.map(({ first, second }) => `${first} ${second}`));
  return pairs.filter(({ first, second }) => !known.has(`${first} ${second}`));
}

export const VARIANTS: { readonly default: boolean; readonly about: string } = {
  default: false,
  about:
    'Whether to compare files of the same name in several folders, such as `outline/check.svg` and `filled/check.svg`',
};

/**
 * Groups drawings that are connected by pairs, sorted by file.
 *
 * @param variants as in `VARIANTS`
 */
export function drawingsOf<T extends Couple>(
  pairs: readonly T[],
  { drawings }: Look,
  variants: boolean,
): readonly { drawings: readonly [Drawing, Drawing, ...Drawing[]]; pair: T }[] {
  const counted = pairs.filter(({ first, second }) => {
    return variants || fileName(drawings[first]) !== fileName(drawings[second]);
  });
  return groupsOf(counted).map((group) => {
    const members = group.flatMap((index) => drawings[index] ?? []);
    return {
      drawings: members as unknown as readonly [Drawing, Drawing, ...Drawing[]],
      pair: counted.find(({ first }) => first === group[0]) as T,
    };
  });
}

function fileName(drawing: Drawing | undefined): string | undefined {
  return drawing?.file.slice(drawing.file.lastIndexOf('/') + 1);
}

/** The symbol with a fixed id, so that markup can be compared. */
const markupOf: (icon: Icon) => string = memo((icon) => symbolWithId(icon, 'x'));

/** Connected components of pairs: sorted lists of indexes. */
function groupsOf(pairs: readonly Couple[]): readonly number[][] {
  const leaders = new Map<number, number>();
  const leaderOf = (index: number): number => {
    let leader = index;
    for (let next = leaders.get(leader); next !== undefined; next = leaders.get(leader))
      leader = next;
    return leader;
  };
  for (const { first, second } of pairs) {
    const [a, b] = [leaderOf(first), leaderOf(second)].sort((x, y) => x - y) as [number, number];
    if (a !== b) leaders.set(b, a);
  }
  const groups = new Map<number, Set<number>>();
  for (const index of pairs.flatMap(({ first, second }) => [first, second])) {
    const leader = leaderOf(index);
    const group = groups.get(leader);
    if (group) group.add(index);
    else groups.set(leader, new Set([index]));
  }
  return [...groups.values()]
    .map((group) => [...group].sort((a, b) => a - b))
    .sort(([a = 0], [b = 0]) => a - b);
}
