import { viewBoxOf } from '../svg/view-box.ts';
import { gridUnit } from './options.ts';
import type { Ink, LintSource } from './types.ts';

export const SIDES = ['left', 'top', 'right', 'bottom'] as const;

/** Distance of the paint from each edge, in px on a grid of 24; negative beyond the edge. */
export interface FrameMargins extends Readonly<Record<(typeof SIDES)[number], number>> {
  /** Painted share of the picture, 0 to 1. */
  readonly share: number;
}

export function marginsOf(source: LintSource, ink: Ink): FrameMargins {
  const { x, y, width, height } = viewBoxOf(source.icon.facts.viewBox);
  const unit = gridUnit(source);
  return {
    share: ink.share,
    left: (ink.left - x) / unit,
    top: (ink.top - y) / unit,
    right: (x + width - ink.right) / unit,
    bottom: (y + height - ink.bottom) / unit,
  };
}

/** Largest margin of a picture that fills its frame, in px on a grid of 24. */
const MAX_FULL_MARGIN = 0.25;
/** Smallest painted share of a picture that fills its frame, 0 to 1. */
const MIN_FULL_SHARE = 0.85;

/** Checks whether a drawing fills its frame on purpose, like a flag or a tile. */
export function fillsFrame(margins: FrameMargins): boolean {
  return margins.share >= MIN_FULL_SHARE && SIDES.every((side) => margins[side] <= MAX_FULL_MARGIN);
}
