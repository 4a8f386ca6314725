import { differenceAt } from './similar-pairs.ts';
import { SIDE, type Thumbnail } from './thumbnail.ts';

/** Side of a spot in pixels of the thumbnail: 3 px of an icon of 24. */
const SPOT = 6;

/**
 * Largest difference of two pictures in any spot: the share of 3 × 3 px, on a grid of 24, that is
 * painted in one and not in the other.
 */
export function maxSpotDifference(a: Thumbnail, b: Thumbnail): number {
  // Summed-area table, from which the sum of any spot follows.
  const width = SIDE + 1;
  const sums = new Float64Array(width * width);
  let max = 0;
  for (let y = 1; y <= SIDE; y++) {
    for (let x = 1; x <= SIDE; x++) {
      const at = y * width + x;
      const difference = differenceAt(a.values, b.values, (y - 1) * SIDE + x - 1);
      sums[at] =
        difference + (sums[at - 1] ?? 0) + (sums[at - width] ?? 0) - (sums[at - width - 1] ?? 0);
      if (x < SPOT || y < SPOT) continue;
      const up = at - SPOT * width;
      const sum =
        (sums[at] ?? 0) - (sums[at - SPOT] ?? 0) - (sums[up] ?? 0) + (sums[up - SPOT] ?? 0);
      max = Math.max(max, sum);
    }
  }
  return max / (SPOT * SPOT * 255);
}
