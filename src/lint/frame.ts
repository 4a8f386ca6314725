import { boxOf } from '../svg/view-box.ts';
import { unitOf } from './options.ts';
import type { Drawing, Ink } from './types.ts';

export const SIDES = ['left', 'top', 'right', 'bottom'] as const;

/** Distance of the paint from each edge, in px on a grid of 24; negative beyond the edge. */
export interface Free extends Readonly<Record<(typeof SIDES)[number], number>> {
  /** Painted share of the picture, 0 to 1. */
  readonly share: number;
}

export function freeOf(drawing: Drawing, ink: Ink): Free {
  const { x, y, width, height } = boxOf(drawing.icon.facts.viewBox);
  const unit = unitOf(drawing);
  return {
    share: ink.share,
    left: (ink.left - x) / unit,
    top: (ink.top - y) / unit,
    right: (x + width - ink.right) / unit,
    bottom: (y + height - ink.bottom) / unit,
  };
}

/** Largest margin of a picture that fills its frame, in px on a grid of 24. */
const FULL = 0.25;
/** Smallest painted share of a picture that fills its frame, 0 to 1. */
const FULL_SHARE = 0.85;

/** Checks whether a drawing fills its frame on purpose, like a flag or a tile. */
export function isFull(free: Free): boolean {
  return free.share >= FULL_SHARE && SIDES.every((side) => free[side] <= FULL);
}
