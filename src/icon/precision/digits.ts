import type { IconFacts } from '../../core/types.ts';
import { viewBoxOf } from '../../svg/view-box.ts';

/** Zoom at which no difference may show. */
const ZOOM = 8;

/** Smallest and largest nominal side in px: the sides at which icons are usually shown. */
const NOMINAL_SIDES = { min: 24, max: 48 };

/** Ratio of the uneven side to the even one, so that edges fall between other pixels. */
const UNEVEN_RATIO = 0.61;

/**
 * Longer sides in px of the pictures that decide: {@link ZOOM} times the nominal side, and an odd
 * one.
 */
export function zoomedSides({ width, height }: Pick<IconFacts, 'width' | 'height'>): {
  readonly even: number;
  readonly uneven: number;
} {
  const { min, max } = NOMINAL_SIDES;
  const nominalSide = Math.min(Math.max(width, height, min), max);
  const even = Math.round(nominalSide * ZOOM);
  return { even, uneven: Math.round(even * UNEVEN_RATIO) | 1 };
}

/**
 * Largest step of a grid with which rounding moves a coordinate by at most half a device pixel at
 * {@link ZOOM}.
 */
export function largestStep(facts: Pick<IconFacts, 'viewBox' | 'width' | 'height'>): number {
  const { width, height } = viewBoxOf(facts.viewBox);
  return Math.max(width, height) / zoomedSides(facts).even;
}

/** Most digits after the decimal point in path data of a text. */
export function pathDigits(svg: string): number {
  let digits = 0;
  for (const [, data = ''] of svg.matchAll(/\sd="([^"]*)"/g)) {
    for (const [fraction] of data.matchAll(/\.\d+/g))
      digits = Math.max(digits, fraction.length - 1);
  }
  return digits;
}
