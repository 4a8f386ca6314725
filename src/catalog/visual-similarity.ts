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
export type FeatureVector = Uint8Array;

/** Side of the square that all pictures are scaled to. */
const SIDE = 32;
/** Length of the longer side in it. */
const CONTENT_SIDE = 24;
/** Cells in a row in which edges are counted, and the reach of one edge, in cells. */
const CELLS = 8;
const EDGE_REACH = 1.5;
/** Directions across an edge, at twice their angle, so that opposite directions are equal. */
const SIN_60 = Math.sqrt(3) / 2;
const DIRECTION_COSINES = [1, 0.5, -0.5, -1, -0.5, 0.5];
const DIRECTION_SINES = [0, SIN_60, SIN_60, 0, -SIN_60, -SIN_60];
const VECTOR_LENGTH = CELLS * CELLS * DIRECTION_COSINES.length;
/** Coverage from which a pixel counts as painted when the extents of a picture are measured. */
const PAINTED_COVERAGE = 64;
/** Steps of coverage from one pixel to the next: below is noise; around the other, half an edge. */
const MIN_GRADIENT = 2;
const SOFT_GRADIENT = 24;
/** Norm of a feature vector. Single numbers rarely reach half of it. */
const NORM = 510;

/**
 * Computes the feature vector of a picture, independent of the position and size of its content.
 *
 * @returns all zeros if nothing is painted
 */
export function computeFeatureVector(coverage: Coverage): FeatureVector {
  const vector = new Uint8Array(VECTOR_LENGTH);
  const [horizontal, vertical] = measureExtents(coverage);
  if (horizontal.end < horizontal.start) return vector;
  const edges = countEdges(blur(fitToSquare(coverage, horizontal, vertical)));
  let sum = 0;
  for (const each of edges) sum += each * each;
  const scale = NORM / Math.sqrt(sum || 1);
  for (let i = 0; i < VECTOR_LENGTH; i++)
    vector[i] = Math.min(255, Math.round((edges[i] ?? 0) * scale));
  return vector;
}

/** Distance of two pictures: 0 for the same at a glance, 1 for nothing in common. */
export function visualDistance(a: FeatureVector, b: FeatureVector): number {
  let dotProduct = 0;
  let squaredA = 0;
  let squaredB = 0;
  for (let i = 0; i < VECTOR_LENGTH; i++) {
    const x = a[i] ?? 0;
    const y = b[i] ?? 0;
    dotProduct += x * y;
    squaredA += x * x;
    squaredB += y * y;
  }
  if (squaredA === 0 || squaredB === 0) return squaredA === squaredB ? 0 : 1;
  return Math.sqrt(Math.max(0, 1 - dotProduct / Math.sqrt(squaredA * squaredB)));
}

/** Painted range along one axis. */
interface AxisExtent {
  /** First and last pixel. */
  readonly start: number;
  readonly end: number;
  /** Estimated middle and length. */
  readonly middle: number;
  readonly length: number;
}

/** Estimated length of a shape on each side, in multiples of the mean distance from its center. */
const LENGTH_PER_DEVIATION = 1.8;
/** Weight of a pixel that is not an edge, for pictures without edges. */
const BASE_WEIGHT = 1;
/** Weight of the ends. */
const ENDS_WEIGHT = 0.4;

/** Measures both axes. Only edges count, so that filled and outlined shapes are equal. */
function measureExtents({ side, values }: Coverage): readonly [AxisExtent, AxisExtent] {
  const columns = new Float64Array(side);
  const rows = new Float64Array(side);
  const bounds = [side, side, -1, -1] as [number, number, number, number];
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const at = y * side + x;
      const value = values[at] ?? 0;
      if (value < PAINTED_COVERAGE) continue;
      const right = x + 1 < side ? (values[at + 1] ?? 0) : 0;
      const left = x > 0 ? (values[at - 1] ?? 0) : 0;
      const edge =
        BASE_WEIGHT +
        Math.abs(right - left) +
        Math.abs((values[at + side] ?? 0) - (values[at - side] ?? 0));
      columns[x] = (columns[x] ?? 0) + edge;
      rows[y] = (rows[y] ?? 0) + edge;
      if (x < bounds[0]) bounds[0] = x;
      if (y < bounds[1]) bounds[1] = y;
      if (x > bounds[2]) bounds[2] = x;
      if (y > bounds[3]) bounds[3] = y;
    }
  }
  const [left, top, right, bottom] = bounds;
  return [measureExtent(columns, left, right), measureExtent(rows, top, bottom)];
}

/**
 * Measures one axis, mostly by the bulk of the picture and less by its ends: a magnifier's handle that
 * is drawn too long moves the ends a lot, but not the rest.
 */
function measureExtent(sums: Float64Array, start: number, end: number): AxisExtent {
  let total = 0;
  let moment = 0;
  for (let i = start; i <= end; i++) {
    total += sums[i] ?? 0;
    moment += (sums[i] ?? 0) * (i + 0.5);
  }
  const center = moment / total;
  let away = 0;
  for (let i = start; i <= end; i++) away += (sums[i] ?? 0) * Math.abs(i + 0.5 - center);
  const ends = end + 1 - start;
  return {
    start,
    end,
    middle: (start + ends / 2) * ENDS_WEIGHT + center * (1 - ENDS_WEIGHT),
    length: ends * ENDS_WEIGHT + ((2 * LENGTH_PER_DEVIATION * away) / total) * (1 - ENDS_WEIGHT),
  };
}

/** Below this share of the longer side, the shorter one is the thickness of a line. */
const THIN_RATIO = 0.2;

/**
 * Scales the painted part into the middle of a square. The shorter side is stretched halfway to the
 * longer one: proportions of sketches are inexact, but they matter.
 */
function fitToSquare(
  { side, values }: Coverage,
  horizontal: AxisExtent,
  vertical: AxisExtent,
): Float64Array {
  const longer = Math.max(horizontal.length, vertical.length);
  const scaleOf = ({ length }: AxisExtent) =>
    CONTENT_SIDE / (length < THIN_RATIO * longer ? longer : Math.sqrt(length * longer));
  const transposed = resample(values, side, horizontal, scaleOf(horizontal), side);
  return resample(transposed, side, vertical, scaleOf(vertical), SIDE);
}

/** Resamples rows to `SIDE`, written as columns, so that a second call restores the orientation. */
function resample(
  values: ArrayLike<number>,
  length: number,
  { start, end, middle }: AxisExtent,
  scale: number,
  rows: number,
): Float64Array {
  const result = new Float64Array(SIDE * rows);
  for (let i = start; i <= end; i++) {
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

function blur(square: Float64Array): Float64Array {
  return blurAlong(blurAlong(square, 1), SIDE);
}

/** Blurs along rows or columns. Values that wrap around into the next row are never read. */
function blurAlong(square: Float64Array, step: number): Float64Array {
  const result = new Float64Array(square.length);
  for (let i = step; i < square.length - step; i++)
    result[i] = ((square[i - step] ?? 0) + 2 * (square[i] ?? 0) + (square[i + step] ?? 0)) / 4;
  return result;
}

/** Sums up the edges of each cell and direction. */
function countEdges(square: Float64Array): Float64Array {
  const edges = new Float64Array(VECTOR_LENGTH);
  for (let y = 1; y < SIDE - 1; y++) {
    for (let x = 1; x < SIDE - 1; x++) {
      const at = y * SIDE + x;
      const dx = ((square[at + 1] ?? 0) - (square[at - 1] ?? 0)) / 2;
      const dy = ((square[at + SIDE] ?? 0) - (square[at - SIDE] ?? 0)) / 2;
      if (dx * dx + dy * dy >= MIN_GRADIENT * MIN_GRADIENT) countEdge(edges, x, y, dx, dy);
    }
  }
  return edges;
}

function countEdge(edges: Float64Array, x: number, y: number, dx: number, dy: number): void {
  const squared = dx * dx + dy * dy;
  const step = Math.sqrt(squared);
  const weight = step / (step + SOFT_GRADIENT);
  for (let direction = 0; direction < DIRECTION_COSINES.length; direction++) {
    // Cosine of twice the angle between them.
    const alignment =
      ((dx * dx - dy * dy) * (DIRECTION_COSINES[direction] ?? 0) +
        2 * dx * dy * (DIRECTION_SINES[direction] ?? 0)) /
      squared;
    if (alignment <= 0) continue;
    for (let row = 0; row < CELLS; row++) {
      const rowWeight = CELL_WEIGHTS[y * CELLS + row] ?? 0;
      if (rowWeight === 0) continue;
      for (let column = 0; column < CELLS; column++) {
        const columnWeight = CELL_WEIGHTS[x * CELLS + column] ?? 0;
        if (columnWeight === 0) continue;
        const cell = (row * CELLS + column) * DIRECTION_COSINES.length + direction;
        edges[cell] =
          (edges[cell] ?? 0) + alignment * alignment * weight * rowWeight * columnWeight;
      }
    }
  }
}

/** Weight of a row or column of the square for each cell: `[at * CELLS + cell]`. */
const CELL_WEIGHTS: Float64Array = Float64Array.from({ length: SIDE * CELLS }, (_, i) => {
  const at = Math.floor(i / CELLS);
  const away = Math.abs((i % CELLS) + 0.5 - ((at + 0.5) * CELLS) / SIDE);
  return Math.max(0, 1 - away / EDGE_REACH);
});
