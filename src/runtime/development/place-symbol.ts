import { inlineSprite } from '../inline.ts';
import { SVG } from '../svg-element.ts';
import { BOX, CROSS } from './placeholder.ts';

const attributes = (given: Readonly<Record<string, string>>): string =>
  Object.entries(given)
    .map(([key, value]) => ` ${key}="${value}"`)
    .join('');

const MISSING = `<svg xmlns="${SVG}"><symbol id="missing"${attributes(BOX)}><path${attributes(CROSS)}/></symbol></svg>`;

/**
 * Puts the symbol of an icon into the page, in the place of the one that has its id.
 *
 * @param svg default: a box that stands for a missing icon
 */
export function placeSymbol(id: string, svg: string = MISSING): void {
  inlineSprite(svg, { idFor: () => id });
}
