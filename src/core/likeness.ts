/**
 * Visual similarity of two pictures, by the positions and directions of their edges. An outline and
 * the same shape filled have edges in the same places, and so has a rough sketch.
 *
 * It uses only sums, products, quotients and square roots, which every engine rounds the same way, so
 * that results of different engines can be compared.
 */

/** Painted share of each pixel: side × side numbers from 0 to 255, row by row. */
export interface Coverage {
  readonly side: number;
  readonly values: Uint8Array;
}

/** Feature vector of a picture: 384 numbers. */
export type Likeness = Uint8Array;

/** Side of the square that all pictures are scaled to. */
const SIDE = 32;
/** Length of the longer side in it. */
const FIT = 24;
/** Cells in a row in which edges are counted, and the reach of one edge, in cells. */
const CELLS = 8;
const REACH = 1.5;
/** Directions across an edge, at twice their angle, so that opposite directions are equal. */
const STEEP = Math.sqrt(3) / 2;
const COSINES = [1, 0.5, -0.5, -1, -0.5, 0.5];
const SINES = [0, STEEP, STEEP, 0, -STEEP, -STEEP];
const LENGTH = CELLS * CELLS * COSINES.length;
/** Coverage from which a pixel counts as painted when the extents of a picture are measured. */
const PAINTED = 64;
/** Steps of coverage from one pixel to the next: below is noise; around the other, half an edge. */
const FAINT = 2;
const SOFT = 24;
/** Norm of a feature vector. Single numbers rarely reach half of it. */
const NORM = 510;

/**
 * Computes the feature vector of a picture, independent of the position and size of its content.
 *
 * @returns all zeros if nothing is painted
 */
export function likenessOf(coverage: Coverage): Likeness {
  const likeness = new Uint8Array(LENGTH);
  const [across, down] = extents(coverage);
  if (across.far < across.near) return likeness;
  const edges = countEdges(blurred(fitted(coverage, across, down)));
  let sum = 0;
  for (const each of edges) sum += each * each;
  const scale = NORM / Math.sqrt(sum || 1);
  for (let i = 0; i < LENGTH; i++) likeness[i] = Math.min(255, Math.round((edges[i] ?? 0) * scale));
  return likeness;
}

/** Distance of two pictures: 0 for the same at a glance, 1 for nothing in common. */
export function distance(a: Likeness, b: Likeness): number {
  let both = 0;
  let first = 0;
  let second = 0;
  for (let i = 0; i < LENGTH; i++) {
    const x = a[i] ?? 0;
    const y = b[i] ?? 0;
    both += x * y;
    first += x * x;
    second += y * y;
  }
  if (first === 0 || second === 0) return first === second ? 0 : 1;
  return Math.sqrt(Math.max(0, 1 - both / Math.sqrt(first * second)));
}

/** Painted range along one axis. */
interface Extent {
  /** First and last pixel. */
  readonly near: number;
  readonly far: number;
  /** Estimated middle and length. */
  readonly middle: number;
  readonly length: number;
}

/** Estimated length of a shape on each side, in multiples of the mean distance from its center. */
const SPREAD = 1.8;
/** Weight of a pixel that is not an edge, for pictures without edges. */
const FLOOR = 1;
/** Weight of the ends. */
const ENDS = 0.4;

/** Measures both axes. Only edges count, so that filled and outlined shapes are equal. */
function extents({ side, values }: Coverage): readonly [Extent, Extent] {
  const columns = new Float64Array(side);
  const rows = new Float64Array(side);
  const farthest = [side, side, -1, -1] as [number, number, number, number];
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const at = y * side + x;
      const value = values[at] ?? 0;
      if (value < PAINTED) continue;
      const right = x + 1 < side ? (values[at + 1] ?? 0) : 0;
      const left = x > 0 ? (values[at - 1] ?? 0) : 0;
      const edge =
        FLOOR +
        Math.abs(right - left) +
        Math.abs((values[at + side] ?? 0) - (values[at - side] ?? 0));
      columns[x] = (columns[x] ?? 0) + edge;
      rows[y] = (rows[y] ?? 0) + edge;
      if (x < farthest[0]) farthest[0] = x;
      if (y < farthest[1]) farthest[1] = y;
      if (x > farthest[2]) farthest[2] = x;
      if (y > farthest[3]) farthest[3] = y;
    }
  }
  const [left, top, right, bottom] = farthest;
  return [extent(columns, left, right), extent(rows, top, bottom)];
}

/**
 * Measures one axis, mostly by the bulk of the picture and less by its ends: a magnifier's handle that
 * is drawn too long moves the ends a lot, but not the rest.
 */
function extent(sums: Float64Array, near: number, far: number): Extent {
  let total = 0;
  let moment = 0;
  for (let i = near; i <= far; i++) {
    total += sums[i] ?? 0;
    moment += (sums[i] ?? 0) * (i + 0.5);
  }
  const center = moment / total;
  let away = 0;
  for (let i = near; i <= far; i++) away += (sums[i] ?? 0) * Math.abs(i + 0.5 - center);
  const ends = far + 1 - near;
  return {
    near,
    far,
    middle: (near + ends / 2) * ENDS + center * (1 - ENDS),
    length: ends * ENDS + ((2 * SPREAD * away) / total) * (1 - ENDS),
  };
}

/** Below this share of the longer side, the shorter one is the thickness of a line. */
const THIN = 0.2;

/**
 * Scales the painted part into the middle of a square. The shorter side is stretched halfway to the
 * longer one: proportions of sketches are inexact, but they matter.
 */
function fitted({ side, values }: Coverage, across: Extent, down: Extent): Float64Array {
  const longer = Math.max(across.length, down.length);
  const scaleOf = ({ length }: Extent) =>
    FIT / (length < THIN * longer ? longer : Math.sqrt(length * longer));
  const turned = resampled(values, side, across, scaleOf(across), side);
  return resampled(turned, side, down, scaleOf(down), SIDE);
}

/** Resamples rows to `SIDE`, written as columns, so that a second call restores the orientation. */
function resampled(
  values: ArrayLike<number>,
  length: number,
  { near, far, middle }: Extent,
  scale: number,
  rows: number,
): Float64Array {
  const result = new Float64Array(SIDE * rows);
  for (let i = near; i <= far; i++) {
    const from = SIDE / 2 + (i - middle) * scale;
    const to = Math.min(SIDE, from + scale);
    for (let step = Math.max(0, Math.floor(from)); step < to; step++) {
      const share = Math.min(step + 1, to) - Math.max(step, from);
      for (let row = 0; row < rows; row++) {
        const at = step * rows + row;
        result[at] = (result[at] ?? 0) + (values[row * length + i] ?? 0) * share;
      }
    }
  }
  return result;
}

function blurred(square: Float64Array): Float64Array {
  return blurredAlong(blurredAlong(square, 1), SIDE);
}

/** Blurs along rows or columns. Values that wrap around into the next row are never read. */
function blurredAlong(square: Float64Array, step: number): Float64Array {
  const result = new Float64Array(square.length);
  for (let i = step; i < square.length - step; i++)
    result[i] = ((square[i - step] ?? 0) + 2 * (square[i] ?? 0) + (square[i + step] ?? 0)) / 4;
  return result;
}

/** Sums up the edges of each cell and direction. */
function countEdges(square: Float64Array): Float64Array {
  const edges = new Float64Array(LENGTH);
  for (let y = 1; y < SIDE - 1; y++) {
    for (let x = 1; x < SIDE - 1; x++) {
      const at = y * SIDE + x;
      const dx = ((square[at + 1] ?? 0) - (square[at - 1] ?? 0)) / 2;
      const dy = ((square[at + SIDE] ?? 0) - (square[at - SIDE] ?? 0)) / 2;
      if (dx * dx + dy * dy >= FAINT * FAINT) countEdge(edges, x, y, dx, dy);
    }
  }
  return edges;
}

function countEdge(edges: Float64Array, x: number, y: number, dx: number, dy: number): void {
  const squared = dx * dx + dy * dy;
  const step = Math.sqrt(squared);
  const weight = step / (step + SOFT);
  for (let direction = 0; direction < COSINES.length; direction++) {
    // Cosine of twice the angle between them.
    const along =
      ((dx * dx - dy * dy) * (COSINES[direction] ?? 0) + 2 * dx * dy * (SINES[direction] ?? 0)) /
      squared;
    if (along <= 0) continue;
    for (let row = 0; row < CELLS; row++) {
      const high = NEARNESS[y * CELLS + row] ?? 0;
      if (high === 0) continue;
      for (let column = 0; column < CELLS; column++) {
        const wide = NEARNESS[x * CELLS + column] ?? 0;
        if (wide === 0) continue;
        const cell = (row * CELLS + column) * COSINES.length + direction;
        edges[cell] = (edges[cell] ?? 0) + along * along * weight * high * wide;
      }
    }
  }
}

/** Weight of a row or column of the square for each cell: `[at * CELLS + cell]`. */
const NEARNESS: Float64Array = Float64Array.from({ length: SIDE * CELLS }, (_, i) => {
  const at = Math.floor(i / CELLS);
  const away = Math.abs((i % CELLS) + 0.5 - ((at + 0.5) * CELLS) / SIDE);
  return Math.max(0, 1 - away / REACH);
});
