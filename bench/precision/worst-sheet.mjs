/** Sheet of the icons that changed most. */

const SIDE = 256;

/**
 * Draws source, icon and difference of each pair, two pairs in a row. Pixels of the difference are
 * red if a channel changes by more than 64 levels, otherwise gray by their change.
 *
 * @param {import('playwright-core').Page} page
 * @param {readonly (import('./draw-icons.mjs').Pair & { id: string, digits?: number, share: number })[]} pairs
 * @returns {Promise<Uint8Array>} PNG
 */
export async function worstSheet(page, pairs) {
  await page.setViewportSize({ width: SIDE * 6 + 60, height: 800 });
  await page.setContent(
    '<style>body{margin:10px;font:14px sans-serif;display:grid;grid-template-columns:1fr 1fr;gap:10px}canvas{display:block}</style>',
  );
  await page.evaluate(drawInPage, { pairs, side: SIDE });
  return page.screenshot({ fullPage: true });
}

/** Runs in the page, so it refers to nothing outside. */
async function drawInPage({ pairs, side }) {
  for (const { id, digits, share, before, after, width, height } of pairs) {
    const figure = document.createElement('div');
    figure.append(`${id}, ${digits} digits, ${(share * 100).toFixed(2)} %`);
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [side * 3, side];
    const context = canvas.getContext('2d');
    context.fillStyle = '#fff';
    context.fillRect(0, 0, side * 3, side);
    const scale = side / Math.max(width, height);
    const size = [width * scale, height * scale];
    for (const [index, svg] of [before, after].entries()) {
      const image = new Image();
      image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
      await image.decode();
      context.drawImage(image, index * side, 0, ...size);
    }
    const [a, b] = [0, side].map((x) => context.getImageData(x, 0, side, side));
    for (let at = 0; at < a.data.length; at += 4) {
      let change = 0;
      for (let channel = 0; channel < 3; channel++)
        change = Math.max(change, Math.abs(a.data[at + channel] - b.data[at + channel]));
      const color =
        change > 64 ? [220, 0, 0] : [255 - change * 2, 255 - change * 2, 255 - change * 2];
      a.data.set(color, at);
    }
    context.putImageData(a, side * 2, 0);
    figure.append(canvas);
    document.body.append(figure);
  }
}
