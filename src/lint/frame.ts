import { boxOf } from '../svg/view-box.ts';
import { unitOf } from './options.ts';
import type { Drawing, Ink } from './types.ts';

export const SIDES = ['left', 'top', 'right', 'bottom'] as const;

/** How far paint stays from each edge, in px on a grid of 24; negative beyond it. */
export interface Free extends Readonly<Record<(typeof SIDES)[number], number>> {
  /** Share of the picture that is painted. */
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

/** How near to all edges a picture comes that is meant to fill its frame, in px on a grid of 24. */
const FULL = 0.25;
/** And how much of it is painted. */
const FULL_SHARE = 0.85;

/** A flag or a tile is meant to end where its frame does. */
export function isFull(free: Free): boolean {
  return free.share >= FULL_SHARE && SIDES.every((side) => free[side] <= FULL);
}
