import type { ViewBox } from '../svg/view-box.ts';

/** Keylines of an icon, in user units. */
export interface Keylines {
  /** Live area. */
  readonly live: ViewBox;
  readonly circle: { readonly x: number; readonly y: number; readonly radius: number };
  readonly square: ViewBox;
  readonly portrait: ViewBox;
  readonly landscape: ViewBox;
}

/** Maximum number of grid lines in one direction: more would be one gray area. */
const MAX_LINES = 64;

/** Distance between grid lines: one unit, or more when they would be too dense. */
export function gridStep({ width, height }: ViewBox): number {
  const longest = Math.max(width, height);
  let step = 1;
  while (longest / step > MAX_LINES) step *= 2;
  return step;
}

/**
 * Computes keylines as parts of the shorter side, so that they fit any grid: 1/12 stays free at each
 * edge, the circle fills the rest, the square is smaller so that both look equally large.
 */
export function keylinesOf(box: ViewBox): Keylines {
  const side = Math.min(box.width, box.height);
  const center = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const centered = (width: number, height: number): ViewBox => ({
    x: center.x - (width * side) / 2,
    y: center.y - (height * side) / 2,
    width: width * side,
    height: height * side,
  });
  return {
    live: centered(20 / 24, 20 / 24),
    circle: { ...center, radius: (10 / 24) * side },
    square: centered(18 / 24, 18 / 24),
    portrait: centered(16 / 24, 20 / 24),
    landscape: centered(20 / 24, 16 / 24),
  };
}

/** Path data of a pixel grid. */
export function gridPath(box: ViewBox): string {
  const step = gridStep(box);
  const lines: string[] = [];
  for (let x = box.x; x <= box.x + box.width + 1e-6; x += step) {
    lines.push(`M${x} ${box.y}v${box.height}`);
  }
  for (let y = box.y; y <= box.y + box.height + 1e-6; y += step) {
    lines.push(`M${box.x} ${y}h${box.width}`);
  }
  return lines.join('');
}
