import { memo } from '../core/memo.ts';
import { openPairs, type Pair } from './known-pairs.ts';
import { AREA, SIDE, type Thumbnail } from './thumbnail.ts';
import { AS_IS, type Turn, turned } from './turns.ts';

/** Largest difference of two similar pictures. */
export interface Likeness {
  /** Total difference, in fully different pixels of the thumbnail. */
  readonly total: number;
  /** Further check, which runs only for pairs within the total. */
  readonly holds: (a: Thumbnail, b: Thumbnail) => boolean;
}

const UNTURNED: readonly Turn[] = [AS_IS];

/** Tiles per row that summarize a picture. */
const TILES = 8;
const TILE = SIDE / TILES;

/** A picture with its search keys. */
interface Entry {
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
export function findPairs(
  thumbnails: readonly (Thumbnail | undefined)[],
  likeness: Likeness,
  turns: readonly Turn[] = UNTURNED,
): readonly Pair[] {
  const entries = thumbnails.flatMap((thumbnail, index): Entry[] =>
    thumbnail ? [{ index, thumbnail, ...tiledOf(thumbnail) }] : [],
  );
  const known = openPairs(likeness, turns, thumbnails);
  const most = likeness.total * 255;
  const fresh = entries.filter(({ thumbnail }) => known.isFresh(thumbnail));
  if (fresh.length === 0) return known.all();
  const [amongAll, amongFresh] = [finderIn(entries, most), finderIn(fresh, most)];
  for (const turn of turns) {
    for (const entry of entries) {
      const near = known.isFresh(entry.thumbnail) ? amongAll : amongFresh;
      const tiles = turned(entry.tiles, TILES, turn);
      let thumbnail: Thumbnail | undefined;
      for (const other of near(tiles)) {
        if (other.index <= entry.index || !areNear(tiles, other.tiles, most)) continue;
        thumbnail ??= { values: turned(entry.thumbnail.values, SIDE, turn) };
        if (differenceOf(thumbnail, other.thumbnail, most) > most) continue;
        if (!likeness.holds(thumbnail, other.thumbnail)) continue;
        known.add(entry.thumbnail, { other: other.thumbnail, turn });
      }
    }
  }
  return known.all();
}

/** Total difference of two pictures, at most 255 per pixel; stops at `most`. */
export function differenceOf(
  a: Thumbnail,
  b: Thumbnail,
  most: number = Number.POSITIVE_INFINITY,
): number {
  let sum = 0;
  for (let at = 0; at < AREA && sum <= most; at++) sum += differenceAt(a.values, b.values, at);
  return sum;
}

/** Largest difference of a pixel in any channel, 0 to 255. */
export function differenceAt(a: Uint8Array, b: Uint8Array, at: number): number {
  let most = 0;
  const length = Math.max(a.length, b.length);
  for (let plane = at; plane < length; plane += AREA)
    most = Math.max(most, Math.abs((a[plane] ?? 0) - (b[plane] ?? 0)));
  return most;
}

/**
 * Darkness of each tile on white; black is 255 per pixel. If pixels differ by at most n in each
 * channel, darkness differs by at most 2 n.
 */
const tiledOf: (thumbnail: Thumbnail) => Pick<Entry, 'tiles' | 'sums'> = memo(({ values }) => {
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
});

function areNear(a: Float64Array, b: Float64Array, most: number): boolean {
  let sum = 0;
  for (let i = 0; i < a.length; i++) {
    sum += Math.abs((a[i] ?? 0) - (b[i] ?? 0));
    if (sum > 2 * most) return false;
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
    for (const [i, isIn] of PARTS.entries()) if (isIn(x, y)) sums[i] = (sums[i] ?? 0) + value;
  }
  return sums;
}

/** Width of a bucket: wide enough that candidates lie in one or two of them. */
function stepOf(most: number): number {
  return Math.max(1, 8 * most);
}

/** Largest list for which a linear search is faster. */
const FEW = 32;

/** Creates a function that finds candidates. */
function finderIn(
  entries: readonly Entry[],
  most: number,
): (tiles: Float64Array) => readonly Entry[] {
  if (entries.length <= FEW) return () => entries;
  const buckets = bucketsOf(entries, most);
  return (tiles) => keysAround(tiles, most).flatMap((key) => buckets.get(key) ?? []);
}

function bucketsOf(entries: readonly Entry[], most: number): Map<string, Entry[]> {
  const buckets = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = entry.sums.map((sum) => Math.floor(sum / stepOf(most))).join();
    const bucket = buckets.get(key);
    if (bucket) bucket.push(entry);
    else buckets.set(key, [entry]);
  }
  return buckets;
}

/** Keys of all buckets that can contain a picture within the difference. */
function keysAround(tiles: Float64Array, most: number): readonly string[] {
  const step = stepOf(most);
  return sumsOf(tiles)
    .map((sum) => {
      const [from, to] = [Math.floor((sum - 2 * most) / step), Math.floor((sum + 2 * most) / step)];
      return from === to ? [from] : [from, to];
    })
    .reduce<string[]>(
      (keys, choices) => keys.flatMap((key) => choices.map((choice) => `${key},${choice}`)),
      [''],
    )
    .map((key) => key.slice(1));
}
