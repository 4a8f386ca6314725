import { Resvg, renderAsync } from '@resvg/resvg-js';
import type { Pixels } from './pixels.ts';

/** How to render a source; the same for both that are compared. */
export interface RenderOptions {
  /** Longer side in px. */
  readonly side: number;
  readonly isWide: boolean;
  /** Whether fonts of the system are needed. */
  readonly hasText: boolean;
}

/** A rendered source. */
export interface Picture extends Pixels {
  readonly pixels: Uint8Array;
  readonly asPng: () => Uint8Array | Promise<Uint8Array>;
}

/**
 * Renders in this process, which it can end or hold up for ever: see `trusted.ts`.
 *
 * @param blocks whether to render on this thread, where it has nothing else to do
 * @throws if the source cannot be parsed
 */
export async function renderHere(
  svg: string,
  { side, isWide, hasText }: RenderOptions,
  blocks = false,
): Promise<Picture> {
  const fitTo = { mode: isWide ? 'width' : 'height', value: side } as const;
  // Looking for the system's fonts takes longer than all else, and few icons hold text.
  const options = { fitTo, font: { loadSystemFonts: hasText }, logLevel: 'off' } as const;
  const image = blocks ? new Resvg(svg, options).render() : await renderAsync(svg, options);
  // Read once: each access copies all pixels.
  const { width, height, pixels } = image;
  return { width, height, pixels, asPng: () => image.asPng() };
}
