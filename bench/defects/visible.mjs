/** @typedef {{ width: number, height: number, pixels: Uint8Array }} Pixels premultiplied RGBA */

/**
 * Tests whether a person can see a difference, in images that are scaled down by averaging.
 *
 * @param {Pixels} before @param {Pixels} after
 * @param {number} times scale of the images relative to the visible size
 */
export function isVisible(before, after, times) {
  if (before.width !== after.width || before.height !== after.height) return true;
  const [a, b] = [downscale(before, times), downscale(after, times)];
  let [strong, weak] = [0, 0];
  for (let at = 0; at < a.length; at += 4) {
    const alpha = b[at + 3] - a[at + 3];
    let most = 0;
    for (let channel = 0; channel < 3; channel++) {
      const color = a[at + channel] - b[at + channel];
      most = Math.max(most, Math.abs(color), Math.abs(color + alpha));
    }
    if (most >= 24) strong += 1;
    if (most >= 8) weak += 1;
  }
  return strong >= 3 || weak >= 16;
}

/** @param {Pixels} picture @param {number} times */
function downscale({ width, height, pixels }, times) {
  const [columns, lines] = [Math.floor(width / times), Math.floor(height / times)];
  const sums = new Float64Array(columns * lines * 4);
  for (let y = 0; y < lines * times; y++) {
    for (let x = 0; x < columns * times; x++) {
      const to = (Math.floor(y / times) * columns + Math.floor(x / times)) * 4;
      const from = (y * width + x) * 4;
      for (let channel = 0; channel < 4; channel++) sums[to + channel] += pixels[from + channel];
    }
  }
  return sums.map((sum) => sum / (times * times));
}
