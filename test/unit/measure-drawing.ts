import { Resvg } from '@resvg/resvg-js';

/** What a rendered drawing covers, in the units of a 24 × 24 view box. */
export interface Coverage {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Center of what is painted: where the drawing would balance. */
  readonly center: readonly [x: number, y: number];
  /** Share of the 24 × 24 square that is painted. */
  readonly weight: number;
}

const SIDE = 24;
const SCALE = 16;

/** How much each pixel is painted, of 255; colors count by their opacity alone. */
export function coverageOf(svg: string, side: number = SIDE * SCALE): Uint8Array {
  const { pixels } = new Resvg(svg, {
    fitTo: { mode: 'width', value: side },
    font: { loadSystemFonts: false },
  }).render();
  return pixels.filter((_, index) => index % 4 === 3);
}

/** How many pieces are painted that do not touch. */
export function piecesOf(svg: string): number {
  const side = SIDE * SCALE;
  const isFree = coverageOf(svg, side).map((alpha) => (alpha > 127 ? 1 : 0));
  let pieces = 0;
  for (let index = isFree.indexOf(1); index !== -1; index = isFree.indexOf(1, index)) {
    pieces++;
    const front = [index];
    for (let at = front.pop(); at !== undefined; at = front.pop()) {
      if (isFree[at] !== 1) continue;
      isFree[at] = 0;
      front.push(at - 1, at + 1, at - side, at + side);
    }
  }
  return pieces;
}

/** A square of pixels, turned clockwise by a quarter. */
export function turned(pixels: Uint8Array): Uint8Array {
  const side = Math.sqrt(pixels.length);
  return pixels.map((_, index) => {
    const [x, y] = [index % side, Math.floor(index / side)];
    return pixels[(side - 1 - x) * side + y] ?? 0;
  });
}

/** Renders a drawing large and measures what it paints. */
export function measureDrawing(svg: string): Coverage {
  const side = SIDE * SCALE;
  const pixels = coverageOf(svg, side);
  let [left, top, right, bottom] = [side, side, 0, 0];
  let [sum, sumX, sumY] = [0, 0, 0];
  for (const [index, alpha] of pixels.entries()) {
    const [x, y] = [index % side, Math.floor(index / side)];
    sum += alpha;
    sumX += alpha * (x + 0.5);
    sumY += alpha * (y + 0.5);
    // An edge pixel that is barely touched is a rounding of the renderer, not paint.
    if (alpha < 8) continue;
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + 1);
    bottom = Math.max(bottom, y + 1);
  }
  return {
    left: left / SCALE,
    top: top / SCALE,
    right: right / SCALE,
    bottom: bottom / SCALE,
    center: [sumX / sum / SCALE, sumY / sum / SCALE],
    weight: sum / 255 / pixels.length,
  };
}
