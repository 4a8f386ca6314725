import type { Coverage } from './visual-similarity.ts';

/** All pixels of a canvas: reading is slow each time, however few are read. */
export function pixelsOf(canvas: HTMLCanvasElement): ImageData {
  const { width, height } = canvas;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return context?.getImageData(0, 0, width, height) ?? new ImageData(width, height);
}

/** Coverage of a square of pixels, by their opacity. */
export function coverageIn(
  { data, width }: ImageData,
  left: number,
  top: number,
  side: number,
): Coverage {
  const values = new Uint8Array(side * side);
  let to = 0;
  for (let y = 0; y < side; y += 1) {
    let from = ((top + y) * width + left) * 4 + 3;
    for (let x = 0; x < side; x += 1) {
      values[to] = data[from] ?? 0;
      to += 1;
      from += 4;
    }
  }
  return { side, values };
}

/** Coverage of a picture that may have a background: difference of each pixel from its corner. */
export function coverageOfPicture(canvas: HTMLCanvasElement): Coverage {
  const side = canvas.width;
  const pixels = pixelsOf(canvas);
  const values = new Uint8Array(side * side);
  const at = (index: number, channel: number) => pixels.data[index * 4 + channel] ?? 0;
  // In a picture with transparent pixels, the opaque ones are the drawing.
  const hasTransparency = values.some((_, index) => at(index, 3) < 128);
  if (hasTransparency) return coverageIn(pixels, 0, 0, side);
  for (let index = 0; index < values.length; index += 1) {
    const steps = [0, 1, 2].map((channel) => Math.abs(at(index, channel) - at(0, channel)));
    values[index] = Math.max(...steps);
  }
  return { side, values: normalizeContrast(values) };
}

/** Stretches values to the full range, since light gray on white is a drawing, too. */
function normalizeContrast(values: Uint8Array): Uint8Array {
  const most = values.reduce((max, value) => Math.max(max, value), 1);
  return values.map((value) => Math.round((value / most) * 255));
}
