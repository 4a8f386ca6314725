import { memo } from '../core/memo.ts';
import { openPairs, type Pair } from './known-pairs.ts';
import { AREA, SIDE, type Thumbnail } from './thumbnail.ts';
import { AS_IS, type Turn, turned } from './turns.ts';

/** How much two pictures may differ. */
export interface Likeness {
  /** All pixels together, in fully different pixels of the thumbnail. */
  readonly total: number;
  /** What else must hold, asked only of pairs that differ little enough in all. */
  readonly holds: (a: Thumbnail, b: Thumbnail) => boolean;
}

const UNTURNED: readonly Turn[] = [AS_IS];

/** Tiles in a row, into which a picture is summed up. */
const TILES = 8;
const TILE = SIDE / TILES;

/** A picture with what it is found by. */
interface Entry {
  readonly index: number;
  readonly thumbnail: Thumbnail;
  /** How dark each tile is. */
  readonly tiles: Float64Array;
  /** How dark parts of it are. */
  readonly sums: readonly number[];
}

/**
 * All pairs of pictures that look alike as they are, or turned. Pictures that differ little as a
 * whole differ little in each part, so only those that are about as dark as a whole and in three
 * halves are held against each other; the time is about in proportion to their number. What was held
 * against each other the last time, by the same likeness, is remembered.
 *
 * @param thumbnails `undefined` where there is none; the list may be sparse
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

/** How much pictures differ, 255 for each pixel at most, up to the most that is of interest. */
export function differenceOf(
  a: Thumbnail,
  b: Thumbnail,
  most: number = Number.POSITIVE_INFINITY,
): number {
  let sum = 0;
  for (let at = 0; at < AREA && sum <= most; at++) sum += differenceAt(a.values, b.values, at);
  return sum;
}

/** How much a pixel differs, 0 to 255, in the channel in which it differs most. */
export function differenceAt(a: Uint8Array, b: Uint8Array, at: number): number {
  let most = 0;
  const length = Math.max(a.length, b.length);
  for (let plane = at; plane < length; plane += AREA)
    most = Math.max(most, Math.abs((a[plane] ?? 0) - (b[plane] ?? 0)));
  return most;
}

/**
 * How dark each tile is on white, black being 255 for each pixel. Where pixels differ by at most
 * some figure in each channel, darkness differs by at most twice that.
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

/** Parts of the picture that are summed up to find it by: all, left, top, and the middle. */
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

/** Wide enough that what is looked for lies in one or two of them. */
function stepOf(most: number): number {
  return Math.max(1, 8 * most);
}

/** So few are looked through faster than found. */
const FEW = 32;

/** Finds those that may be near. */
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

/** Keys of all buckets in which a picture can lie that differs by no more than given. */
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
