/** Side of the square that a picture is fitted into, in px. */
const SIDE = 96;

/**
 * Draws an image file into a square canvas, which its longer side fills.
 *
 * @throws when the browser cannot show it as an image.
 */
export async function imageToCanvas(file: Blob): Promise<HTMLCanvasElement> {
  const url = URL.createObjectURL(file);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const [width, height] = [image.naturalWidth || SIDE, image.naturalHeight || SIDE];
    const scale = SIDE / Math.max(width, height);
    const canvas = document.createElement('canvas');
    canvas.width = SIDE;
    canvas.height = SIDE;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    const [left, top] = [(SIDE - width * scale) / 2, (SIDE - height * scale) / 2];
    context?.drawImage(image, left, top, width * scale, height * scale);
    fillBackground(canvas, left, top);
    return canvas;
  } catch {
    throw new Error('The browser cannot show this file as an image.');
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** Fills the bars beside an image with the color of its corner, so that they do not count as painted. */
function fillBackground(canvas: HTMLCanvasElement, left: number, top: number): void {
  const context = canvas.getContext('2d');
  if (!context || (left < 1 && top < 1)) return;
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(
    Math.ceil(left),
    Math.ceil(top),
    1,
    1,
  ).data;
  if (alpha < 255) return;
  context.globalCompositeOperation = 'destination-over';
  context.fillStyle = `rgb(${red} ${green} ${blue})`;
  context.fillRect(0, 0, SIDE, SIDE);
}
