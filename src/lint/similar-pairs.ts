import { memoize } from '../core/memoize.ts';
import { openPairCache, type SimilarPair } from './pair-cache.ts';
import { AREA, SIDE, type Thumbnail } from './thumbnail.ts';
import { NO_TURN, type Turn, turnPicture } from './turns.ts';

/** Largest difference of two similar pictures. */
export interface SimilarityThreshold {
  /** Total difference, in fully different pixels of the thumbnail. */
  readonly total: number;
  /** Further check, which runs only for pairs within the total. */
  readonly isSimilar: (a: Thumbnail, b: Thumbnail) => boolean;
}

const UNTURNED: readonly Turn[] = [NO_TURN];

/** Tiles per row that summarize a picture. */
const TILES = 8;
const TILE = SIDE / TILES;

/** A picture with its search keys. */
interface IndexedThumbnail {
  readonly index: number;
  readonly thumbnail: Thumbnail;
  /** Darkness of each tile. */
  readonly tiles: Float64Array;
  /** Darkness of some parts of the picture. */
  readonly sums: readonly number[];
}

/**
 * Finds all pairs of pictures that look similar as they are, or turned. Pictures that differ little
 * in total differ little in each part, so only pictures of similar darkness as a whole and in three
 * parts are compared; the time is about proportional to their number. Pairs that were compared with
 * the same threshold before are cached.
 *
 * @param thumbnails `undefined` for sources without one; the list may be sparse
 */
export function findSimilarPairs(
  thumbnails: readonly (Thumbnail | undefined)[],
  threshold: SimilarityThreshold,
  turns: readonly Turn[] = UNTURNED,
): readonly SimilarPair[] {
  const entries = thumbnails.flatMap((thumbnail, index): IndexedThumbnail[] =>
    thumbnail ? [{ index, thumbnail, ...summarizeTiles(thumbnail) }] : [],
  );
  const pairs = openPairCache(threshold, turns, thumbnails);
  const maxDifference = threshold.total * 255;
  const newEntries = entries.filter(({ thumbnail }) => pairs.isNew(thumbnail));
  if (newEntries.length === 0) return pairs.all();
  const [findNearAll, findNearNew] = [
    createFinder(entries, maxDifference),
    createFinder(newEntries, maxDifference),
  ];
  for (const turn of turns) {
    for (const entry of entries) {
      const findNear = pairs.isNew(entry.thumbnail) ? findNearAll : findNearNew;
      const tiles = turnPicture(entry.tiles, TILES, turn);
      let thumbnail: Thumbnail | undefined;
      for (const other of findNear(tiles)) {
        if (other.index <= entry.index || !areTilesNear(tiles, other.tiles, maxDifference))
          continue;
        thumbnail ??= { values: turnPicture(entry.thumbnail.values, SIDE, turn) };
        if (differenceOf(thumbnail, other.thumbnail, maxDifference) > maxDifference) continue;
        if (!threshold.isSimilar(thumbnail, other.thumbnail)) continue;
        pairs.add(entry.thumbnail, { other: other.thumbnail, turn });
      }
    }
  }
  return pairs.all();
}

/** Total difference of two pictures, at most 255 per pixel; stops at `most`. */
export function differenceOf(
  a: Thumbnail,
  b: Thumbnail,
  maxDifference: number = Number.POSITIVE_INFINITY,
): number {
  let sum = 0;
  for (let at = 0; at < AREA && sum <= maxDifference; at++)
    sum += differenceAt(a.values, b.values, at);
  return sum;
}

/** Largest difference of a pixel in any channel, 0 to 255. */
export function differenceAt(a: Uint8Array, b: Uint8Array, at: number): number {
  let maxDifference = 0;
  const length = Math.max(a.length, b.length);
  for (let plane = at; plane < length; plane += AREA)
    maxDifference = Math.max(maxDifference, Math.abs((a[plane] ?? 0) - (b[plane] ?? 0)));
  return maxDifference;
}

/**
 * Darkness of each tile on white; black is 255 per pixel. If pixels differ by at most n in each
 * channel, darkness differs by at most 2 n.
 */
const summarizeTiles: (thumbnail: Thumbnail) => Pick<IndexedThumbnail, 'tiles' | 'sums'> = memoize(
  ({ values }) => {
    const tiles = new Float64Array(TILES * TILES);
    for (let at = 0; at < AREA; at++) {
      const light =
        0.3 * (values[AREA + at] ?? 0) +
        0.59 * (values[2 * AREA + at] ?? 0) +
        0.11 * (values[3 * AREA + at] ?? 0);
      const row = Math.floor(at / SIDE / TILE);
      const tile = row * TILES + Math.floor((at % SIDE) / TILE);
      tiles[tile] = (tiles[tile] ?? 0) + (values[at] ?? 0) - light;
    }
    return { tiles, sums: sumsOf(tiles) };
  },
);

function areTilesNear(a: Float64Array, b: Float64Array, maxDifference: number): boolean {
  let sum = 0;
  for (let i = 0; i < a.length; i++) {
    sum += Math.abs((a[i] ?? 0) - (b[i] ?? 0));
    if (sum > 2 * maxDifference) return false;
  }
  return true;
}

/** Parts of the picture that serve as search keys: all, left, top, and the center. */
const PARTS: readonly ((x: number, y: number) => boolean)[] = [
  () => true,
  (x) => x < TILES / 2,
  (_, y) => y < TILES / 2,
  (x, y) => Math.min(x, y) >= TILES / 4 && Math.max(x, y) < (3 * TILES) / 4,
];

function sumsOf(tiles: Float64Array): number[] {
  const sums = PARTS.map(() => 0);
  for (const [tile, value] of tiles.entries()) {
    const [x, y] = [tile % TILES, Math.floor(tile / TILES)];
    for (const [i, isIncluded] of PARTS.entries())
      if (isIncluded(x, y)) sums[i] = (sums[i] ?? 0) + value;
  }
  return sums;
}

/** Width of a bucket: wide enough that candidates lie in one or two of them. */
function bucketSize(maxDifference: number): number {
  return Math.max(1, 8 * maxDifference);
}

/** Largest list for which a linear search is faster. */
const LINEAR_SEARCH_LIMIT = 32;

/** Creates a function that finds candidates. */
function createFinder(
  entries: readonly IndexedThumbnail[],
  maxDifference: number,
): (tiles: Float64Array) => readonly IndexedThumbnail[] {
  if (entries.length <= LINEAR_SEARCH_LIMIT) return () => entries;
  const buckets = createBuckets(entries, maxDifference);
  return (tiles) => nearbyKeys(tiles, maxDifference).flatMap((key) => buckets.get(key) ?? []);
}

function createBuckets(
  entries: readonly IndexedThumbnail[],
  maxDifference: number,
): Map<string, IndexedThumbnail[]> {
  const buckets = new Map<string, IndexedThumbnail[]>();
  for (const entry of entries) {
    const key = entry.sums.map((sum) => Math.floor(sum / bucketSize(maxDifference))).join();
    const bucket = buckets.get(key);
    if (bucket) bucket.push(entry);
    else buckets.set(key, [entry]);
  }
  return buckets;
}

/** Keys of all buckets that can contain a picture within the difference. */
function nearbyKeys(tiles: Float64Array, maxDifference: number): readonly string[] {
  const step = bucketSize(maxDifference);
  return sumsOf(tiles)
    .map((sum) => {
      const [from, to] = [
        Math.floor((sum - 2 * maxDifference) / step),
        Math.floor((sum + 2 * maxDifference) / step),
      ];
      return from === to ? [from] : [from, to];
    })
    .reduce<string[]>(
      (keys, choices) => keys.flatMap((key) => choices.map((choice) => `${key},${choice}`)),
      [''],
    )
    .map((key) => key.slice(1));
}
