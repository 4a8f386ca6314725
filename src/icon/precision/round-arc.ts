import type { Rounding } from './grid.ts';

/** Distances between the ends of an arc, before and after rounding. */
interface Chords {
  readonly before: number;
  readonly after: number;
}

/**
 * Rounds the radius of a circular arc so that its height stays: an arc that is nearly half a circle
 * changes its height by many times the change of its radius or its ends.
 */
export function roundedRadius(
  radius: number,
  chords: Chords,
  isLarge: boolean,
  { step, maxDigits }: Rounding,
): number {
  const height = arcHeight(radius, chords.before, isLarge);
  const tolerance = step;
  let best = radius;
  let bestError = Number.POSITIVE_INFINITY;
  for (let used = 0; used <= maxDigits; used++) {
    const unit = 10 ** -used;
    for (const candidate of [radius, radius - unit, radius + unit]) {
      const rounded = Number(candidate.toFixed(used));
      if (rounded <= 0) continue;
      const error = Math.abs(arcHeight(rounded, chords.after, isLarge) - height);
      if (error < bestError) [best, bestError] = [rounded, error];
    }
    if (bestError <= tolerance) break;
  }
  return best;
}

/** Distance from the chord to the farthest point of the arc. */
function arcHeight(radius: number, chord: number, isLarge: boolean): number {
  const half = chord / 2;
  // Renderers enlarge a radius that is too small for the chord.
  const used = Math.max(radius, half);
  const toCenter = Math.sqrt(Math.max(0, used * used - half * half));
  return isLarge ? used + toCenter : used - toCenter;
}
