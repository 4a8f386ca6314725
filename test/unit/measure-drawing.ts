import { renderAlpha } from '../../src/lint/coverage.ts';

const SIDE = 384;

/** How much each pixel of a square drawing is painted, of 255. */
export async function pixelsOf(svg: string, side: number = SIDE): Promise<Uint8Array> {
  return (await renderAlpha(svg, side)).values;
}

/** How many pieces are painted that do not touch. */
export async function piecesOf(svg: string): Promise<number> {
  const isFree = (await pixelsOf(svg)).map((alpha) => (alpha > 127 ? 1 : 0));
  let pieces = 0;
  for (let index = isFree.indexOf(1); index !== -1; index = isFree.indexOf(1, index)) {
    pieces++;
    const front = [index];
    for (let at = front.pop(); at !== undefined; at = front.pop()) {
      if (isFree[at] !== 1) continue;
      isFree[at] = 0;
      front.push(at - 1, at + 1, at - SIDE, at + SIDE);
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

/** A square of pixels, mirrored left to right. */
export function mirrored(pixels: Uint8Array): Uint8Array {
  const side = Math.sqrt(pixels.length);
  return pixels.map((_, index) => {
    const x = index % side;
    return pixels[index - x + (side - 1 - x)] ?? 0;
  });
}
