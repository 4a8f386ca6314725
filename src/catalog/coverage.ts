import type { Coverage } from '../core/likeness.ts';

/** What is painted in a square of a canvas that is transparent where nothing is. */
export function coverageIn(
  canvas: HTMLCanvasElement,
  x: number,
  y: number,
  side: number,
): Coverage {
  const pixels = pixelsOf(canvas, x, y, side);
  const values = new Uint8Array(side * side);
  for (let at = 0; at < values.length; at += 1) values[at] = pixels[at * 4 + 3] ?? 0;
  return { side, values };
}

/** What stands out in a picture that may have a background: how much each pixel differs from its corner. */
export function coverageOfPicture(canvas: HTMLCanvasElement): Coverage {
  const side = canvas.width;
  const pixels = pixelsOf(canvas, 0, 0, side);
  const values = new Uint8Array(side * side);
  const at = (index: number, channel: number) => pixels[index * 4 + channel] ?? 0;
  // One that has holes is drawn on nothing, and what is painted is the drawing.
  const isCutOut = values.some((_, index) => at(index, 3) < 128);
  if (isCutOut) return coverageIn(canvas, 0, 0, side);
  for (let index = 0; index < values.length; index += 1) {
    const steps = [0, 1, 2].map((channel) => Math.abs(at(index, channel) - at(0, channel)));
    values[index] = Math.max(...steps);
  }
  return { side, values: stretched(values) };
}

/** Light gray on white is a drawing, too: the strongest step becomes a full one. */
function stretched(values: Uint8Array): Uint8Array {
  const most = values.reduce((max, value) => Math.max(max, value), 1);
  return values.map((value) => Math.round((value / most) * 255));
}

function pixelsOf(
  canvas: HTMLCanvasElement,
  x: number,
  y: number,
  side: number,
): Uint8ClampedArray {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return context?.getImageData(x, y, side, side).data ?? new Uint8ClampedArray(side * side * 4);
}
