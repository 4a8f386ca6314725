import type { CompareOptions, Comparison, Pair } from './compare.ts';
import type { Picture, RenderOptions } from './render.ts';
import { isTrusted } from './trusted.ts';

/**
 * Renders a source, in a child process if it could crash this one.
 *
 * @throws if the source cannot be rendered
 */
export async function renderPicture(svg: string, options: RenderOptions): Promise<Picture> {
  if (isTrusted(svg)) return (await import('./render.ts')).renderHere(svg, options);
  return (await import('./render-process.ts')).renderApart(svg, options);
}

/** Compares two sources, in a child process if either could crash this one. */
export async function comparePictures(pair: Pair, options?: CompareOptions): Promise<Comparison> {
  if (isTrustedPair(pair)) return (await import('./compare.ts')).compareHere(pair, options);
  return (await import('./render-process.ts')).compareApart(pair);
}

export function isTrustedPair({ before, after }: Pair): boolean {
  return isTrusted(before) && isTrusted(after);
}
