import { parsePreserveAspectRatio } from '../svg/preserve-aspect-ratio.ts';
import type { Size, ViewBox } from '../svg/view-box.ts';

/** Largest difference from the ratio of the viewBox that rounding to whole px causes. */
const RATIO_TOLERANCE = 0.02;
const DIGITS = 3;

/**
 * Computes the box that an icon shows at its own size, in user units: the viewBox, and the areas on
 * both sides if the size has another ratio. Source: SVG 2, 8.7.
 *
 * viewBox `0 0 8 4` at 8 × 8 px → `0 -2 8 8`
 */
export function visibleBox(
  box: ViewBox,
  { width, height }: Pick<Size, 'width' | 'height'>,
  preserveAspectRatio: string | undefined,
): ViewBox {
  const ratio = parsePreserveAspectRatio(preserveAspectRatio ?? '');
  const { align, meetOrSlice } = ratio ?? { align: 'xMidYMid', meetOrSlice: 'meet' };
  const unit = Math.min(width / box.width, height / box.height);
  const extraWidth = width / unit - box.width;
  const extraHeight = height / unit - box.height;
  const hasOtherRatio =
    extraWidth > box.width * RATIO_TOLERANCE || extraHeight > box.height * RATIO_TOLERANCE;
  if (align === 'none' || meetOrSlice === 'slice' || !hasOtherRatio) return box;
  return {
    x: round(box.x - extraWidth * shareBefore(align.slice(1, 4))),
    y: round(box.y - extraHeight * shareBefore(align.slice(5))),
    width: round(box.width + extraWidth),
    height: round(box.height + extraHeight),
  };
}

/** Share of the free space that is before the viewBox. */
function shareBefore(place: string): number {
  return place === 'Min' ? 0 : place === 'Max' ? 1 : 0.5;
}

function round(value: number): number {
  return Number(value.toFixed(DIGITS));
}
