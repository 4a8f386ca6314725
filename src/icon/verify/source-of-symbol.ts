import { drawingOfSymbol } from '../../core/symbol.ts';
import { withoutIsolation } from '../isolate.ts';
import type { TriedIcon } from '../transform.ts';

/**
 * The plain symbol as a source that is laid out and colored as its own is: with its width and height,
 * its color if it would follow the page's, and variables at their defaults. Plain, since an image
 * around it only sets it apart, and the renderer smooths clips and effects in images in its own way.
 */
export function sourceOfSymbol({ plainSymbol, recolored, source }: TriedIcon, id: string): string {
  const color = recolored === undefined ? '' : ` color="${recolored}"`;
  const svg = drawingOfSymbol(plainSymbol, id, source.sizeAttributes + color);
  return withoutIsolation(svg).replace(/var\(--icon-\d+,([^()]*(?:\([^()]*\))?)\)/g, '$1');
}
