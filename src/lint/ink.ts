import type { ViewBox } from '../svg/view-box.ts';
import { coverageOf, withBox } from './coverage.ts';
import type { Ink } from './types.ts';

/** Pixels per unit: enough to measure a twentieth of a unit by the opacity of edges. */
const SCALE = 8;
/** Longest side of the rendered picture, in px. */
const LONGEST = 256;
/** Share of each side that is rendered beyond the viewBox. */
const AROUND = 1 / 8;
/** Steps of coverage that the renderer distinguishes along an edge. */
const STEPS = 4;
/** Smallest opacity that counts as paint, 0 to 255; less is rounding of the renderer. */
const PAINTED = 8;

/**
 * Measures the painted area of an SVG: its bounds, also a little beyond the viewBox, where browsers
 * clip it; and the center and share within the viewBox.
 *
 * @param svg without external references and without text
 * @returns `undefined` if it paints nothing
 */
export async function measureInk(svg: string, box: ViewBox): Promise<Ink | undefined> {
  const seen = seenAround(box);
  const isWide = seen.width >= seen.height;
  const { width, height, values } = await coverageOf(withBox(svg, seen), sideOf(seen), isWide);
  const columns = new Uint8Array(width);
  const rows = new Uint8Array(height);
  let [sum, sumX, sumY] = [0, 0, 0];
  const isInside = insideOf(width, height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const alpha = values[y * width + x] ?? 0;
      if (alpha < PAINTED) continue;
      if (alpha > (columns[x] ?? 0)) columns[x] = alpha;
      if (alpha > (rows[y] ?? 0)) rows[y] = alpha;
      if (!isInside(x, y)) continue;
      sum += alpha;
      sumX += alpha * (x + 0.5);
      sumY += alpha * (y + 0.5);
    }
  }
  if (sum === 0) return undefined;
  const [left, right] = extentOf(columns);
  const [top, bottom] = extentOf(rows);
  const unitX = seen.width / width;
  const unitY = seen.height / height;
  return {
    left: seen.x + left * unitX,
    top: seen.y + top * unitY,
    right: seen.x + right * unitX,
    bottom: seen.y + bottom * unitY,
    center: [seen.x + (sumX / sum) * unitX, seen.y + (sumY / sum) * unitY],
    share: (sum / 255) * ((unitX * unitY) / (box.width * box.height)),
  };
}

function seenAround({ x, y, width, height }: ViewBox): ViewBox {
  const [aroundX, aroundY] = [width * AROUND, height * AROUND];
  return {
    ...{ x: x - aroundX, y: y - aroundY },
    ...{ width: width + 2 * aroundX, height: height + 2 * aroundY },
  };
}

/** Longer side of the rendered picture, in px. */
function sideOf({ width, height }: ViewBox): number {
  return Math.min(LONGEST, Math.ceil(Math.max(width, height) * SCALE));
}

/** Smallest measurable distance of painted bounds, in user units. */
export function finestOf(box: ViewBox): number {
  const seen = seenAround(box);
  return Math.max(seen.width, seen.height) / sideOf(seen) / STEPS;
}

function insideOf(width: number, height: number): (x: number, y: number) => boolean {
  const part = AROUND / (1 + 2 * AROUND);
  const [fromX, fromY] = [width * part, height * part];
  return (x, y) =>
    x + 0.5 > fromX && x + 0.5 < width - fromX && y + 0.5 > fromY && y + 0.5 < height - fromY;
}

/**
 * Start and end of the painted range; the opacity of the outermost pixels gives the subpixel
 * position.
 */
function extentOf(strongest: Uint8Array): readonly [from: number, to: number] {
  const first = strongest.findIndex((alpha) => alpha > 0);
  const last = strongest.findLastIndex((alpha) => alpha > 0);
  const [before = 0, after = 0] = [strongest[first], strongest[last]];
  return [first + 1 - before / 255, last + after / 255];
}
