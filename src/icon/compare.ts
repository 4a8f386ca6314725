import { type RenderedImage, Resvg, renderAsync } from '@resvg/resvg-js';
import pixelmatch from 'pixelmatch';
import { renderSafely } from './render-safely.ts';

export { needsCare } from './render-safely.ts';

/** A drawing as pixels. */
export interface Picture extends Pick<RenderedImage, 'width' | 'height' | 'pixels'> {
  readonly asPng: () => Buffer | Promise<Buffer>;
}

/** How a drawing is to be rendered; the same for both that are compared. */
export interface Shot {
  /** Longer side in px. */
  readonly side: number;
  readonly isWide: boolean;
  readonly hasText: boolean;
  /** Whether any of the drawings could end the process; see `render-safely.ts`. */
  readonly isRisky: boolean;
}

/** Color distance below which two pixels count as equal, 0 to 1: pixelmatch's own default. */
const THRESHOLD = 0.1;

/**
 * Renders a drawing with its longer side at the length given, in px.
 *
 * @param blocks whether to render on this thread, where it has nothing else to do
 */
export async function render(
  svg: string,
  { side, isWide, hasText, isRisky }: Shot,
  blocks = false,
): Promise<Picture> {
  const fitTo = { mode: isWide ? 'width' : 'height', value: side } as const;
  if (isRisky) return renderSafely(svg, { fitTo });
  // Looking for the system's fonts takes longer than all else, and few icons hold text.
  const options = { fitTo, font: { loadSystemFonts: hasText }, logLevel: 'off' } as const;
  return blocks ? new Resvg(svg, options).render() : renderAsync(svg, options);
}

/** Two drawings that should look alike, and how to render both. */
export interface Pair extends Omit<Shot, 'side'> {
  readonly before: string;
  readonly after: string;
  /** Longer sides of the pictures, in px. */
  readonly sides: readonly number[];
}

/** Share of pixels that differ at each side, 0 to 1; or which of the two cannot be rendered. */
export type Comparison = readonly number[] | 'before' | 'after';

/** @param blocks as for {@link render} */
export async function compare(
  { before, after, sides, ...shape }: Pair,
  blocks = false,
): Promise<Comparison> {
  const renderAll = (svg: string) =>
    Promise.all(sides.map((side) => render(svg, { side, ...shape }, blocks))).catch(
      () => undefined,
    );
  const [was, is] = await Promise.all([renderAll(before), renderAll(after)]);
  if (!was) return 'before';
  if (!is) return 'after';
  return was.map((picture, index) => difference(picture, is[index] as Picture));
}

/** Share of pixels that differ, 0 to 1; edges that are only smoothed differently do not count. */
export function difference(before: Picture, after: Picture): number {
  const { width, height } = before;
  if (after.width !== width || after.height !== height) return 1;
  const [a, b] = [before.pixels, after.pixels];
  if (a.equals(b)) return 0;
  return pixelmatch(a, b, undefined, width, height, { threshold: THRESHOLD }) / (width * height);
}

/**
 * A PNG of three pictures side by side: before, after, and what differs in white on black.
 *
 * @param side of the pictures, in px
 */
export async function comparisonPng(
  { before, after, sides: _, ...shape }: Pair,
  side: number,
): Promise<Buffer> {
  const [was, is] = await Promise.all(
    [before, after].map((svg) => render(svg, { side, ...shape })),
  );
  const { width, height } = was as Picture;
  const [png, afterPng] = await Promise.all([(was as Picture).asPng(), (is as Picture).asPng()]);
  const image = (bytes: Buffer, x: number, style = '') =>
    `<image x="${x}" width="${width}" height="${height}" preserveAspectRatio="none" style="${style}" href="data:image/png;base64,${bytes.toString('base64')}"/>`;
  const third = 2 * (width + GAP);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${third + width}" height="${height}">
<rect width="100%" height="100%" fill="#fff"/>
${image(png, 0)}${image(afterPng, width + GAP)}
<g style="isolation:isolate"><rect x="${third}" width="${width}" height="${height}" fill="#fff"/>${image(png, third)}
<g style="mix-blend-mode:difference"><rect x="${third}" width="${width}" height="${height}" fill="#fff"/>${image(afterPng, third)}</g></g>
</svg>`;
  return (await renderAsync(svg, { fitTo: { mode: 'zoom', value: ZOOM } })).asPng();
}

const GAP = 8;
/** Enlarges the pictures, so that a person sees single pixels. */
const ZOOM = 3;
