import type { SourcePair } from './compare.ts';
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
  { before, after, sides: _, ...shape }: SourcePair,
  side: number,
): Promise<Uint8Array> {
  const beforePicture = await renderPicture(before, { side, ...shape });
  const afterPicture = await renderPicture(after, { side, ...shape });
  const { width, height } = beforePicture;
  const [beforePng, afterPng] = [await beforePicture.asPng(), await afterPicture.asPng()];
  const image = (bytes: Uint8Array, x: number, style = '') =>
    `<image x="${x}" width="${width}" height="${height}" preserveAspectRatio="none" style="${style}" href="data:image/png;base64,${Buffer.from(bytes).toString('base64')}"/>`;
  const differenceX = 2 * (width + GAP);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${differenceX + width}" height="${height}">
<rect width="100%" height="100%" fill="#fff"/>
${image(beforePng, 0)}${image(afterPng, width + GAP)}
<g style="isolation:isolate"><rect x="${differenceX}" width="${width}" height="${height}" fill="#fff"/>${image(beforePng, differenceX)}
<g style="mix-blend-mode:difference"><rect x="${differenceX}" width="${width}" height="${height}" fill="#fff"/>${image(afterPng, differenceX)}</g></g>
</svg>`;
  const outputWidth = (differenceX + width) * ZOOM;
  return (await renderPicture(svg, { side: outputWidth, isWide: true, hasText: false })).asPng();
}
