import { Resvg, renderAsync } from '@resvg/resvg-js';
import type { Pixels } from './pixels.ts';

/** Options for rendering a source; the same for both sources of a comparison. */
export interface RenderOptions {
  /** Longer side in px. */
  readonly side: number;
  readonly isWide: boolean;
  /** True if system fonts are needed. */
  readonly hasText: boolean;
}

/** A rendered source. */
export interface RenderedPicture extends Pixels {
  readonly pixels: Uint8Array;
  readonly asPng: () => Uint8Array | Promise<Uint8Array>;
}

/**
 * Renders in this process, which some sources crash or block forever: see `safe-in-process.ts`.
 *
 * @param isSync renders synchronously on this thread
 * @throws if the source cannot be parsed
 */
export async function renderInThisProcess(
  svg: string,
  { side, isWide, hasText }: RenderOptions,
  isSync = false,
): Promise<RenderedPicture> {
  const fitTo = { mode: isWide ? 'width' : 'height', value: side } as const;
  // Loading system fonts takes longest, and few icons contain text.
  const options = { fitTo, font: { loadSystemFonts: hasText }, logLevel: 'off' } as const;
  const image = isSync ? new Resvg(svg, options).render() : await renderAsync(svg, options);
  // Read once: each access copies all pixels.
  const { width, height, pixels } = image;
  return { width, height, pixels, asPng: () => image.asPng() };
}

/** Renders like {@link renderInThisProcess}; `undefined` if the source cannot be parsed. */
export function tryRender(
  svg: string,
  options: RenderOptions,
  isSync: boolean,
): Promise<RenderedPicture | undefined> {
  return renderInThisProcess(svg, options, isSync).catch(() => undefined);
}
