import type { Pair } from './compare.ts';
import { renderPicture } from './renderer.ts';

const GAP = 8;
/** Factor that makes single pixels visible. */
const ZOOM = 3;

/**
 * Creates a PNG of three pictures side by side: before, after, and the difference on black.
 *
 * @param side of the pictures, in px
 */
export async function comparisonPng(
  { before, after, sides: _, ...shape }: Pair,
  side: number,
): Promise<Uint8Array> {
  const was = await renderPicture(before, { side, ...shape });
  const is = await renderPicture(after, { side, ...shape });
  const { width, height } = was;
  const [beforePng, afterPng] = [await was.asPng(), await is.asPng()];
  const image = (bytes: Uint8Array, x: number, style = '') =>
    `<image x="${x}" width="${width}" height="${height}" preserveAspectRatio="none" style="${style}" href="data:image/png;base64,${Buffer.from(bytes).toString('base64')}"/>`;
  const third = 2 * (width + GAP);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${third + width}" height="${height}">
<rect width="100%" height="100%" fill="#fff"/>
${image(beforePng, 0)}${image(afterPng, width + GAP)}
<g style="isolation:isolate"><rect x="${third}" width="${width}" height="${height}" fill="#fff"/>${image(beforePng, third)}
<g style="mix-blend-mode:difference"><rect x="${third}" width="${width}" height="${height}" fill="#fff"/>${image(afterPng, third)}</g></g>
</svg>`;
  const side3 = (third + width) * ZOOM;
  return (await renderPicture(svg, { side: side3, isWide: true, hasText: false })).asPng();
}
