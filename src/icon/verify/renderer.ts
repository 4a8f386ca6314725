import type { CompareSourcesOptions, Comparison, SourcePair } from './compare.ts';
import type { RenderedPicture, RenderOptions } from './render.ts';
import { isSafeInProcess } from './safe-in-process.ts';

/**
 * Renders a source, in a child process if it could crash this one.
 *
 * @throws if the source cannot be rendered
 */
export async function renderPicture(svg: string, options: RenderOptions): Promise<RenderedPicture> {
  if (isSafeInProcess(svg)) return (await import('./render.ts')).renderInThisProcess(svg, options);
  return (await import('./render-process.ts')).renderInChildProcess(svg, options);
}

/** Compares two sources, in a child process if either could crash this one. */
export async function comparePictures(
  pair: SourcePair,
  options?: CompareSourcesOptions,
): Promise<Comparison> {
  if (isPairSafeInProcess(pair))
    return (await import('./compare.ts')).compareInThisProcess(pair, options);
  return (await import('./render-process.ts')).compareInChildProcess(pair);
}

export function isPairSafeInProcess({ before, after }: SourcePair): boolean {
  return isSafeInProcess(before) && isSafeInProcess(after);
}
