import { inlineSprite } from '../inline.ts';
import { SVG } from '../svg-element.ts';
import { BOX, CROSS } from './placeholder.ts';

const attributes = (given: Readonly<Record<string, string>>): string =>
  Object.entries(given)
    .map(([key, value]) => ` ${key}="${value}"`)
    .join('');

const MISSING = `<svg xmlns="${SVG}"><symbol id="missing"${attributes(BOX)}><path${attributes(CROSS)}/></symbol></svg>`;

/**
 * Adds the symbol of an icon to the page, or replaces the one with its id.
 *
 * @param svg default: the placeholder of a missing icon
 */
export function placeSymbol(id: string, svg: string = MISSING): void {
  inlineSprite(svg, { idFor: () => id });
}
