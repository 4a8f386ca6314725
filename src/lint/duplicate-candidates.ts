import { memoize } from '../core/memoize.ts';
import { byCodeUnit } from '../core/names.ts';
import { symbolWithId } from '../core/symbol.ts';
import type { Icon } from '../core/types.ts';
import type { SimilarPair } from './pair-cache.ts';
import { differenceAt, findSimilarPairs, type SimilarityThreshold } from './similar-pairs.ts';
import { AREA, type Thumbnail, thumbnailOf } from './thumbnail.ts';
import type { LintSet, LintSource } from './types.ts';

/** Drawings that could be duplicates, sorted by file, with their thumbnails. */
export interface DuplicateCandidates {
  readonly sources: readonly LintSource[];
  readonly thumbnails: readonly (Thumbnail | undefined)[];
}

/** Indexes of two drawings in a list; the first is lower. */
export type IndexPair = Pick<SimilarPair, 'first' | 'second'>;

/** Drawings that are rendered at the same time. */
const CONCURRENCY = 32;

/**
 * Collects drawings with thumbnails, without deprecated ones, which may look like their
 * replacement.
 */
export async function collectCandidates({ sources }: LintSet): Promise<DuplicateCandidates> {
  const candidates = sources
    .filter(({ meta }) => meta.deprecated === undefined)
    .sort((a, b) => byCodeUnit(a.file, b.file));
  const thumbnails: (Thumbnail | undefined)[] = [];
  for (let first = 0; first < candidates.length; first += CONCURRENCY)
    thumbnails.push(
      ...(await Promise.all(candidates.slice(first, first + CONCURRENCY).map(thumbnailOf))),
    );
  return { sources: candidates, thumbnails };
}

/**
 * Threshold for the same picture: tolerates antialiasing of points placed differently on the same
 * line.
 */
const IDENTICAL: SimilarityThreshold = createThreshold({ pixel: 56, total: 12 });

/** Threshold for the same picture turned: antialiasing of 45° edges depends on the direction. */
export const IDENTICAL_TURNED: SimilarityThreshold = createThreshold({ pixel: 80, total: 24 });

/** Creates a threshold: largest difference of one pixel, of 255, and total in pixels. */
function createThreshold({ pixel, total }: { pixel: number; total: number }): SimilarityThreshold {
  return {
    total,
    isSimilar: ({ values: a }, { values: b }) => {
      for (let at = 0; at < AREA; at++) if (differenceAt(a, b, at) > pixel) return false;
      return true;
    },
  };
}

/** Finds pairs with the same markup or the same picture. */
export function findIdenticalPairs({
  sources,
  thumbnails,
}: DuplicateCandidates): readonly IndexPair[] {
  const firstOf = new Map<string, number>();
  const sameMarkup = sources.flatMap(({ icon }, second) => {
    const markup = markupOf(icon);
    const first = firstOf.get(markup);
    if (first === undefined) firstOf.set(markup, second);
    return first === undefined ? [] : [{ first, second }];
  });
  return [...sameMarkup, ...findSimilarPairs(thumbnails, IDENTICAL)];
}

/** Pairs that are not in another list. */
export function excludePairs<T extends IndexPair>(
  pairs: readonly T[],
  others: readonly IndexPair[],
): T[] {
  const excluded = new Set(others.map(({ first, second }) => `${first} ${second}`));
  return pairs.filter(({ first, second }) => !excluded.has(`${first} ${second}`));
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
export function groupDuplicates<T extends IndexPair>(
  pairs: readonly T[],
  { sources }: DuplicateCandidates,
  variants: boolean,
): readonly { sources: readonly [LintSource, LintSource, ...LintSource[]]; pair: T }[] {
  const relevantPairs = pairs.filter(({ first, second }) => {
    return variants || fileName(sources[first]) !== fileName(sources[second]);
  });
  return connectedGroups(relevantPairs).map((group) => {
    const members = group.flatMap((index) => sources[index] ?? []);
    return {
      sources: members as unknown as readonly [LintSource, LintSource, ...LintSource[]],
      pair: relevantPairs.find(({ first }) => first === group[0]) as T,
    };
  });
}

function fileName(source: LintSource | undefined): string | undefined {
  return source?.file.slice(source.file.lastIndexOf('/') + 1);
}

/** The symbol with a fixed id, so that markup can be compared. */
const markupOf: (icon: Icon) => string = memoize((icon) => symbolWithId(icon, 'x'));

/** Connected components of pairs: sorted lists of indexes. */
function connectedGroups(pairs: readonly IndexPair[]): readonly number[][] {
  const roots = new Map<number, number>();
  const findRoot = (index: number): number => {
    let root = index;
    for (let next = roots.get(root); next !== undefined; next = roots.get(root)) root = next;
    return root;
  };
  for (const { first, second } of pairs) {
    const [a, b] = [findRoot(first), findRoot(second)].sort((x, y) => x - y) as [number, number];
    if (a !== b) roots.set(b, a);
  }
  const groups = new Map<number, Set<number>>();
  for (const index of pairs.flatMap(({ first, second }) => [first, second])) {
    const root = findRoot(index);
    const group = groups.get(root);
    if (group) group.add(index);
    else groups.set(root, new Set([index]));
  }
  return [...groups.values()]
    .map((group) => [...group].sort((a, b) => a - b))
    .sort(([a = 0], [b = 0]) => a - b);
}
