import type { ViewBox } from '../svg/view-box.ts';
import { renderAlpha, withViewBox } from './coverage.ts';
import type { Ink } from './types.ts';

/** Pixels per unit: enough to measure a twentieth of a unit by the opacity of edges. */
const SCALE = 8;
/** Longest side of the rendered picture, in px. */
const MAX_SIDE = 256;
/** Share of each side that is rendered beyond the viewBox. */
const MARGIN_SHARE = 1 / 8;
/** Steps of coverage that the renderer distinguishes along an edge. */
const SUBPIXEL_STEPS = 4;
/** Smallest opacity that counts as paint, 0 to 255; less is rounding of the renderer. */
const MIN_ALPHA = 8;

/**
 * Measures the painted area of an SVG: its bounds, also a little beyond the viewBox, where browsers
 * clip it; and the center and share within the viewBox.
 *
 * @param svg without external references and without text
 * @returns `undefined` if it paints nothing
 */
export async function measureInk(svg: string, box: ViewBox): Promise<Ink | undefined> {
  const visibleBox = expandBox(box);
  const isWide = visibleBox.width >= visibleBox.height;
  const { width, height, values } = await renderAlpha(
    withViewBox(svg, visibleBox),
    renderSide(visibleBox),
    isWide,
  );
  const columns = new Uint8Array(width);
  const rows = new Uint8Array(height);
  let [sum, sumX, sumY] = [0, 0, 0];
  const isInside = createInsideTest(width, height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const alpha = values[y * width + x] ?? 0;
      if (alpha < MIN_ALPHA) continue;
      if (alpha > (columns[x] ?? 0)) columns[x] = alpha;
      if (alpha > (rows[y] ?? 0)) rows[y] = alpha;
      if (!isInside(x, y)) continue;
      sum += alpha;
      sumX += alpha * (x + 0.5);
      sumY += alpha * (y + 0.5);
    }
  }
  if (sum === 0) return undefined;
  const [left, right] = paintedRange(columns);
  const [top, bottom] = paintedRange(rows);
  const unitX = visibleBox.width / width;
  const unitY = visibleBox.height / height;
  return {
    left: visibleBox.x + left * unitX,
    top: visibleBox.y + top * unitY,
    right: visibleBox.x + right * unitX,
    bottom: visibleBox.y + bottom * unitY,
    center: [visibleBox.x + (sumX / sum) * unitX, visibleBox.y + (sumY / sum) * unitY],
    share: (sum / 255) * ((unitX * unitY) / (box.width * box.height)),
  };
}

function expandBox({ x, y, width, height }: ViewBox): ViewBox {
  const [marginX, marginY] = [width * MARGIN_SHARE, height * MARGIN_SHARE];
  return {
    x: x - marginX,
    y: y - marginY,
    width: width + 2 * marginX,
    height: height + 2 * marginY,
  };
}

/** Longer side of the rendered picture, in px. */
function renderSide({ width, height }: ViewBox): number {
  return Math.min(MAX_SIDE, Math.ceil(Math.max(width, height) * SCALE));
}

/** Smallest measurable distance of painted bounds, in user units. */
export function measurableStep(box: ViewBox): number {
  const visibleBox = expandBox(box);
  return Math.max(visibleBox.width, visibleBox.height) / renderSide(visibleBox) / SUBPIXEL_STEPS;
}

function createInsideTest(width: number, height: number): (x: number, y: number) => boolean {
  const part = MARGIN_SHARE / (1 + 2 * MARGIN_SHARE);
  const [fromX, fromY] = [width * part, height * part];
  return (x, y) =>
    x + 0.5 > fromX && x + 0.5 < width - fromX && y + 0.5 > fromY && y + 0.5 < height - fromY;
}

/**
 * Start and end of the painted range; the opacity of the outermost pixels gives the subpixel
 * position.
 */
function paintedRange(maxAlphas: Uint8Array): readonly [from: number, to: number] {
  const first = maxAlphas.findIndex((alpha) => alpha > 0);
  const last = maxAlphas.findLastIndex((alpha) => alpha > 0);
  const [before = 0, after = 0] = [maxAlphas[first], maxAlphas[last]];
  return [first + 1 - before / 255, last + after / 255];
}
