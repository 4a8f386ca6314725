import { symbolToSvg } from '../../core/symbol.ts';
import { withoutIsolation } from '../passes/isolate-blending.ts';
import type { TriedIcon } from '../transform.ts';

/**
 * Writes the plain symbol as a source with the layout and colors of the original: with its width
 * and height, its color if it follows the page, and variables at their defaults. The plain form is
 * used, since the renderer antialiases clips and effects in images differently.
 */
export function symbolAsSource({ plainSymbol, recolored, source }: TriedIcon, id: string): string {
  const color = recolored === undefined ? '' : ` color="${recolored}"`;
  const svg = symbolToSvg(plainSymbol, id, source.sizeAttributes + color);
  return withoutIsolation(svg).replace(/var\(--icon-\d+,([^()]*(?:\([^()]*\))?)\)/g, '$1');
}
